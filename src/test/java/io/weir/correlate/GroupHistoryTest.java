package io.weir.correlate;

import static io.weir.correlate.Telemetry.ORDERED;
import static io.weir.correlate.Telemetry.RULES;
import static io.weir.correlate.Telemetry.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.GroupHistory.Difference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the history of a group changes where what comes is far from all else: A then B within 10 s. */
class GroupHistoryTest {

    private static final Correlation CORRELATION = new CorrelationPlan(RULES, Emission.EARLY)
            .correlations().stream()
                    .filter(one -> one.id().equals(ORDERED))
                    .findFirst()
                    .orElseThrow();

    private final InMemoryBuckets memory = new InMemoryBuckets();

    private static Placed placed(String event, long seconds, int step) {
        return new Placed(event, seconds(seconds), "", -1, "", false, List.of(step), "");
    }

    private Difference change(List<Placed> removed, List<Placed> added, List<Placed> touched) {
        return new GroupHistory(CORRELATION, "", memory, 100, Long.MIN_VALUE).change(removed, added, touched);
    }

    @Test
    void whatMovesThereIsNoMoreWhereItWas() {
        var there = placed("a", 1_000, 0);
        change(List.of(), List.of(placed("a", 1, 0)), List.of());
        change(List.of(placed("a", 1, 0)), List.of(there), List.of());

        assertThat(memory.indices())
                .containsExactly(CORRELATION.bucket(there.time().micros()));
    }

    @Test
    void whatSaysSomethingElseAtTheSameTimeIsToldAgain() {
        var later = placed("b", 2, 1);
        change(List.of(), List.of(placed("a", 1, 0)), List.of());
        var told = change(List.of(), List.of(later), List.of()).added();

        assertThat(told).hasSize(1);
        assertThat(change(List.of(), List.of(placed("c", 1_000, 0)), List.of(later))
                        .kept())
                .isEqualTo(told);
    }

    /** What is alone is put there at once; what comes with others is looked at with what is around it. */
    @ParameterizedTest(name = "{0} s after an alert")
    @ValueSource(longs = {12, 20, 25, 30, 40, 60})
    void isKeptAsWhatComesWithOthers(long gap) {
        var others = new GroupHistoryTest();
        var begun = List.of(placed("a", 1, 0), placed("b", 2, 1));
        var alone = placed("c", 2 + gap, 0);
        var far = placed("d", 10_000, 0);
        for (var history : List.of(this, others)) {
            history.change(List.of(), begun, List.of());
        }

        change(List.of(), List.of(alone), List.of());
        change(List.of(), List.of(far), List.of());
        others.change(List.of(), List.of(alone, far), List.of());

        assertThat(memory.indices()).isEqualTo(others.memory.indices());
        assertThat(memory.indices())
                .allSatisfy(index -> assertThat(memory.bucket(index)).isEqualTo(others.memory.bucket(index)));
        assertThat(Stream.of(alone, far)
                        .map(placed -> CORRELATION.bucket(placed.time().micros())))
                .isSubsetOf(memory.indices());
    }
}
