package io.weir.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.cli.cluster.Member;
import io.weir.cli.soak.Sampler.Checkpoint;
import io.weir.cli.soak.Soak.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final List<Outcome> OUTCOMES = List.of(
            outcome(Fault.KILL_BROKER, 9_000, true),
            outcome(Fault.POISON, 1_500, true),
            outcome(Fault.KILL_BROKER, 12_340, true),
            outcome(Fault.KILL_BROKER, 7_000, true));

    private static Outcome outcome(Fault fault, long millis, boolean survived) {
        return new Outcome(fault, Duration.ofMillis(millis), survived);
    }

    private static Report report(List<Outcome> outcomes, long lost, long surplus, long doubled, long deadLetters) {
        var checkpoints = List.of(
                new Checkpoint(4_096, 1_024, 90), new Checkpoint(8_192, 2_048, 30), new Checkpoint(2_048, 512, 60));
        var memory = Map.of(
                Member.TASK_MANAGER_1, LongStream.rangeClosed(101, 120).boxed().toList());
        return new Report(
                outcomes,
                42,
                Duration.ofSeconds(90),
                12_345,
                678,
                lost,
                surplus,
                doubled,
                6,
                deadLetters,
                checkpoints,
                List.of(7L, 9L, 8L),
                memory);
    }

    @Test
    void saysWhatHappenedWhatItCostAndHowLongItTookToRecover() {
        assertThat(report(OUTCOMES, 0, 0, 0, 6).lines())
                .containsExactly(
                        "seed 42, 4 faults in 90 s, 4 survived",
                        "records sent 12,345; alerts expected 678, lost 0, false 0, doubled 0; dead letters 6 of 6",
                        "",
                        "recovery                             times  least, median and most, s",
                        "the broker is killed                     3  7.0  9.0  12.3",
                        "records that are no events               1  1.5  1.5  1.5",
                        "",
                        "checkpoints                          3 seen",
                        "  state, KB: least, median, most     2  4  8",
                        "  written, KB                        0  1  2",
                        "  time, ms                           30  60  90",
                        "",
                        "MB                                   the most of each tenth of the time",
                        "disk of checkpoints                     7     9     8",
                        "memory of taskmanager-1               102   104   106   108   110   112   114   116   118   120");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 6, true, true",
        "1, 0, 0, 6, true, false",
        "0, 1, 0, 6, true, false",
        "0, 0, 1, 6, true, false",
        "0, 0, 0, 5, true, false",
        "0, 0, 0, 7, true, false",
        "0, 0, 0, 6, false, false"
    })
    void allIsWellWhereNothingIsLostFalseOrDoubledAndEveryFaultSurvived(
            long lost, long surplus, long doubled, long deadLetters, boolean survived, boolean isWell) {
        var outcomes = List.of(outcome(Fault.POISON, 1, true), outcome(Fault.KILL_BROKER, 1, survived));

        assertThat(report(outcomes, lost, surplus, doubled, deadLetters).isWell())
                .isEqualTo(isWell);
    }
}
