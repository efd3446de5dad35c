package io.weir.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EngineTableTest {

    private static final Workload WORKLOAD = new Workload("w", Path.of("w.ndjson"), List.of(RuleChoice.ALL));

    @Test
    void aLineHasMediansBesideRsigma() {
        var results = new Results();
        for (long nanos : new long[] {8_000, 2_000, 4_000}) {
            results.add(sample("rsigma", 5, 10 * nanos, -1));
            results.add(sample("Weir", 5, nanos, 700));
        }

        assertThat(printed(out -> EngineTable.print(Map.of(WORKLOAD, results), out)))
                .anyMatch(line -> line.startsWith("| Case ") && line.contains("× rsigma"))
                .contains("| w | rsigma | 5 | 2 | 20.00 | 10.00–40.00 | 50,000 | 1.0 | – | 3 |")
                .contains("| w | Weir | 5 | 2 | 2.00 | 1.00–4.00 | 500,000 | 10.0 | 350 | 3 |");
    }

    @Test
    void withoutRsigmaItIsThePlainEvaluatorThatOthersStandBeside() {
        var results = new Results();
        results.add(sample("plain evaluator", 5, 9_000, 0));
        results.add(sample("Weir", 5, 3_000, 0));

        assertThat(printed(out -> EngineTable.print(Map.of(WORKLOAD, results), out)))
                .anyMatch(line -> line.contains("× plain evaluator"))
                .anyMatch(line -> line.startsWith("| w | Weir |") && line.contains("| 3.0 |"));
    }

    @Test
    void moreRulesAreComparedRoundByRound() {
        var results = new Results();
        for (long nanos : new long[] {1_000, 2_000, 4_000}) {
            results.add(sample("Weir", 5, nanos, 0));
            results.add(sample("Weir", 50, nanos + nanos / 2, 0));
        }

        assertThat(printed(out -> EngineTable.printGrowth(Map.of(WORKLOAD, results), out)))
                .containsExactly("w, Weir: 50 rules take 1.50 × what 5 take (1.50–1.50)");
    }

    @Test
    void roundsThatFindDifferentMatchesMeasureNothing() {
        var results = new Results();
        results.add(new Sample("Weir", 5, 2, 1_000, 0, 3));

        assertThatThrownBy(() -> results.add(new Sample("Weir", 5, 2, 1_000, 0, 4)))
                .hasMessageContaining("4 matches");
    }

    @Test
    void aSampleAndAFigureComeThroughAsLines() {
        var sample = new Sample("Weir, steady", 5, 2, 1_000, 4, 3);
        var figure = new Figure("heap, MB", 12.5);

        assertThat(Sample.parse(sample.line())).contains(sample);
        assertThat(Figure.parse(figure.line())).contains(figure);
        assertThat(Sample.parse("something else")).isEmpty();
    }

    @Test
    void theTimeOfChildrenIsReadBehindANameOfAnyKind() {
        var stat = "9855 (a ) b) R 1 2 3 0 -1 4194304 101 0 0 0 11 12 250 50 20 0 1 0 685242";

        assertThat(ChildTime.nanos(stat)).isEqualTo(3_000_000_000L);
    }

    private static Sample sample(String engine, int rules, long nanos, long bytes) {
        return new Sample(engine, rules, 2, nanos, bytes, 3);
    }

    private static List<String> printed(Consumer<PrintStream> printer) {
        var bytes = new ByteArrayOutputStream();
        printer.accept(new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8).lines().toList();
    }
}
