package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.cli.CommandError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkRestTest {

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> FlinkRest.at("http://127.0.0.1:1").get("/overview"))
                .isInstanceOf(CommandError.class)
                .hasMessage("no job manager answers at http://127.0.0.1:1; is the cluster up?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"flink", "http://flink", "https://flink:8081", "http://flink:65536", "http://flink:99999999"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> FlinkRest.at(address))
                .isInstanceOf(CommandError.class)
                .hasMessage("'" + address + "' is no address of a job manager; write http://HOST:PORT");
    }
}
