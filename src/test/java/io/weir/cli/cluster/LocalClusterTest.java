package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClusterTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"two words", "H\u00f6he", "50%", "a,b", "a:b"})
    void aFolderWhoseNameFlinkAndKafkaReadOtherwiseIsRefused(String name) {
        var folder = temporary.resolve(name);

        assertThatThrownBy(() -> configure(folder, 0))
                .isInstanceOf(CommandError.class)
                .hasMessageStartingWith("the cluster's folder " + folder + " has ")
                .hasMessageEndingWith(": --dir FOLDER");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aPortThatIsTakenLeavesNoFolderBehind() throws IOException {
        var folder = temporary.resolve("cluster");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> configure(folder, taken.getLocalPort()))
                    .isInstanceOf(CommandError.class)
                    .hasMessageContaining("--ui-port");
        }
        assertThat(folder).doesNotExist();
    }

    private static void configure(Path folder, int ui) {
        new LocalCluster(Path.of(""), new ClusterFolder(folder), line -> {}).configure(ui, 0, Map.of());
    }
}
