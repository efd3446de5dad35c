package io.weir.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
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

    @Test
    void readsAtMostSoManyAsPythonDoes() {
        assertThat(PipelineRegex.of("a{,2}b\\Z").fitsStart("aab")).isTrue();
        assertThat(PipelineRegex.of("a{,2}b\\Z").fitsStart("aaab")).isFalse();
        assertThat(PipelineRegex.of("a{,}b").fitsStart("aaab")).isTrue();
        assertThat(PipelineRegex.of("[{,2}]{4}").fitsStart("{,2}")).isTrue();
        assertThat(PipelineRegex.of("\\{,2}").fitsStart("{,2}")).isTrue();
    }

    @Test
    void refusesWhatIsLargeWhereOnlyTheMostIsSaid() {
        assertThatThrownBy(() -> PipelineRegex.of("(((a{,100}){,100}){,100}){,100}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than 20000 steps");
    }
}
