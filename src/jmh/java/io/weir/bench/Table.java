package io.weir.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured as a table in Markdown, each case beside the first. */
final class Table {

    private Table() {}

    static void print(List<Measured> cases, PrintStream out) {
        out.println(
                "| Case | Events | CPU µs an event | min–max | × first | Events a CPU second | a second by the clock | Bytes allocated an event"
                        + " | CPU s to start |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        double floor = cases.get(0).micros().median();
        cases.forEach(one -> out.println(line(one, floor)));
        var tooShort = cases.stream()
                .filter(one -> one.micros().least() <= 0)
                .map(Measured::name)
                .toList();
        if (!tooShort.isEmpty()) {
            out.println();
            out.println("too short to be measured: " + String.join(", ", tooShort)
                    + "; a start took more than a whole run: give more telemetry, --copies or --warm-up");
        }
    }

    private static String line(Measured one, double floor) {
        var micros = one.micros();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.1f–%.1f | %.2f | %,.0f | %,.0f | %,.0f | %.1f |",
                one.name(),
                one.events(),
                micros.median(),
                micros.least(),
                micros.most(),
                micros.median() / floor,
                1e6 / micros.median(),
                one.speed().median(),
                one.bytes().median(),
                one.startSeconds().median());
    }
}
