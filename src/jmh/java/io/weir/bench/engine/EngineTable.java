package io.weir.bench.engine;

import io.weir.bench.Spread;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured as tables in Markdown. */
final class EngineTable {

    private EngineTable() {}

    /** Every engine of every workload, beside rsigma or the plain evaluator. */
    static void print(Map<Workload, Results> measured, PrintStream out) {
        boolean withRsigma = measured.values().stream()
                .anyMatch(results -> results.reference()
                        .filter(row -> row.engine().equals("rsigma"))
                        .isPresent());
        out.printf(
                Locale.ROOT,
                "| Case | Engine | Rules | Events | CPU µs an event | min–max | Events a CPU second | × %s"
                        + " | Bytes allocated an event | Matches |%n",
                withRsigma ? "rsigma" : "plain evaluator");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        measured.forEach((workload, results) ->
                results.rows().forEach((row, samples) -> out.println(line(workload, results, row, samples))));
    }

    private static String line(Workload workload, Results results, Results.Row row, List<Sample> samples) {
        var micros = Results.micros(samples);
        var first = samples.get(0);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,d | %.2f | %.2f–%.2f | %,.0f | %s | %s | %s |",
                workload.name(),
                row.engine(),
                row.rules() == 0 ? "–" : String.format(Locale.ROOT, "%,d", row.rules()),
                first.events(),
                micros.median(),
                micros.least(),
                micros.most(),
                1e6 / micros.median(),
                results.reference()
                        .map(reference -> String.format(
                                Locale.ROOT,
                                "%.1f",
                                results.times(reference, row).median()))
                        .orElse("–"),
                first.bytes() < 0
                        ? "–"
                        : String.format(
                                Locale.ROOT,
                                "%,.0f",
                                Spread.of(samples, sample -> (double) sample.bytes() / sample.events())
                                        .median()),
                first.matches() < 0 ? "–" : String.format(Locale.ROOT, "%,d", first.matches()));
    }

    /** How much more it costs to run more rules over the same events. */
    static void printGrowth(Map<Workload, Results> measured, PrintStream out) {
        measured.forEach((workload, results) -> {
            var rows = List.copyOf(results.rows().keySet());
            for (var few : rows) {
                rows.stream()
                        .filter(many -> many.engine().equals(few.engine()) && many.rules() > few.rules())
                        .forEach(many -> {
                            var times = results.times(many, few);
                            out.printf(
                                    Locale.ROOT,
                                    "%s, %s: %,d rules take %.2f × what %,d take (%.2f–%.2f)%n",
                                    workload.name(),
                                    few.engine(),
                                    many.rules(),
                                    times.median(),
                                    few.rules(),
                                    times.least(),
                                    times.most());
                        });
            }
        });
    }

    /** What is not by event. */
    static void printFigures(Map<String, List<Double>> figures, PrintStream out) {
        out.println("| Loading | median | min–max |");
        out.println("|---|---:|---:|");
        figures.forEach((name, values) -> {
            var spread = Spread.of(values, value -> value);
            out.printf(
                    Locale.ROOT, "| %s | %.2f | %.2f–%.2f |%n", name, spread.median(), spread.least(), spread.most());
        });
    }
}
