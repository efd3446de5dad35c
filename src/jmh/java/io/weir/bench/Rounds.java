package io.weir.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Runs every case once a round, each round in another order.
 *
 * @param warmUps rounds whose figures are thrown away
 * @param rounds that count
 * @param progress takes a line a run
 */
record Rounds(int warmUps, int rounds, PrintStream progress) {

    /** What was measured of the cases, in their order. */
    List<Measured> of(Bench bench, List<Case> cases) {
        play(bench, cases, warmUps, "warm-up");
        return play(bench, cases, rounds, "round");
    }

    private List<Measured> play(Bench bench, List<Case> cases, int times, String word) {
        var measured = cases.stream().map(Measured::new).toList();
        var order = new ArrayList<>(measured);
        for (int round = 1; round <= times; round++) {
            progress.printf(Locale.ROOT, "%s %d of %d:%n", word, round, times);
            for (var next : order) {
                measure(next, bench);
            }
            Collections.rotate(order, 1);
        }
        return measured;
    }

    private void measure(Measured measured, Bench bench) {
        var start = bench.start(measured.subject());
        var whole = bench.whole(measured.subject());
        measured.add(start, whole);
        progress.printf(
                Locale.ROOT,
                "  %-32s %,9d events, %6.2f CPU s, of them %5.2f to start; %6.2f s by the clock, of them %5.2f to start%n",
                measured.name(),
                whole.events(),
                whole.cpuNanos() / 1e9,
                start.cpuNanos() / 1e9,
                whole.clockNanos() / 1e9,
                start.clockNanos() / 1e9);
    }
}
