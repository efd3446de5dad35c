package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    /** Behind it are those that Linux gives to whoever asks for none in particular. */
    private static final int LAST_THAT_IS_NOT_GIVEN_AWAY = 32_767;

    @Test
    void anyPortIsFreeAndNobodyElseIsGivenItBeforeItIsUsed() {
        for (int i = 0; i < 50; i++) {
            var ports = all(Ports.choose(0, 0));
            assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port > 0 && port <= LAST_THAT_IS_NOT_GIVEN_AWAY);
            assertThat(ports).noneMatch(Ports::answers);
        }
    }

    @Test
    void aPortThatIsNamedIsThatOneAndNoOther() {
        var named = all(Ports.choose(0, 0));

        var ports = Ports.choose(named.get(0), named.get(1));

        assertThat(List.of(ports.ui(), ports.kafka())).isEqualTo(named.subList(0, 2));
        assertThat(all(ports)).doesNotHaveDuplicates();
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsOption() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.choose(taken.getLocalPort(), 0))
                    .isInstanceOf(CommandError.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--ui-port");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 99_999_999})
    void whatIsNoPortIsNamedWithItsOption(int port) {
        assertThatThrownBy(() -> Ports.choose(port, 0))
                .isInstanceOf(CommandError.class)
                .hasMessage("--ui-port is from 1 to 65535, or 0 for any, found " + port);
        assertThatThrownBy(() -> Ports.choose(0, port))
                .isInstanceOf(CommandError.class)
                .hasMessageStartingWith("--kafka-port is from 1 to 65535");
    }

    private static List<Integer> all(Ports ports) {
        return IntStream.of(ports.ui(), ports.kafka(), ports.controller(), ports.zookeeper())
                .boxed()
                .toList();
    }
}
