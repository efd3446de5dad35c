package io.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertReaderTest {

    private static final String LINE = line("{\"id\":\"a\"}");

    private static String line(String body) {
        return "{\"id\":\"a\",\"alert\":" + body + ",\"meta\":{\"schema\":\"1\",\"sequence\":\"7\"}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}",
                "{\"host\":\"ws-\\uD83D\"}",
                "{\"host\":\"\\uDE00\\uD83D\"}",
                "{\"host\":\"\ud83d\ude00 \u00e4\"}"
            })
    void theBodyIsAsItWasWritten(String body) throws IOException {
        assertThat(AlertReader.line(line(body)).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {" more", "}", "{}"})
    void nothingBehindAChangeIsPassedOver(String more) {
        assertThatThrownBy(() -> AlertReader.line(LINE + more)).isInstanceOf(IOException.class);
    }

    @Test
    void twoChangesInOneLineAreNotOne() {
        assertThatThrownBy(() -> AlertReader.line(LINE + LINE))
                .isInstanceOf(IOException.class)
                .hasMessage("found more behind the change, expected the end of the line");
    }
}
