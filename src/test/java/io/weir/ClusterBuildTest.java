package io.weir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A local cluster runs what the job is built with. */
class ClusterBuildTest {

    @ParameterizedTest
    @ValueSource(strings = {"flink.version", "kafka.version", "log4j.version", "slf4j.version"})
    void aVersionThatIsSaidTwiceIsTheSame(String property) throws IOException {
        assertThat(value(Path.of("scripts/cluster/pom.xml"), property)).isEqualTo(value(Path.of("pom.xml"), property));
    }

    private static String value(Path build, String property) throws IOException {
        var value = Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(Files.readString(build));
        assertThat(value.find()).as("%s in %s", property, build).isTrue();
        return value.group(1);
    }
}
