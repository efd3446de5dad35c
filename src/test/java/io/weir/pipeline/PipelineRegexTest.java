package io.weir.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PipelineRegexTest {

    @Test
    void refusesWhatIsLargeOnlyOnceItIsWrittenOut() {
        assertThatThrownBy(() -> PipelineRegex.of("(((a{1,100}){1,100}){1,100}){1,100}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than 20000 steps");
    }

    @Test
    void refusesGroupsThatStandTooDeep() {
        assertThatThrownBy(() -> PipelineRegex.of("(".repeat(4_000) + "a" + ")".repeat(4_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("groups more than 250 deep");
    }
}
