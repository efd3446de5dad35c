package io.weir.bench.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contestants take turns, a pass each: first for the compiler, then to be measured; so many turns, and until they have
 * taken as much CPU time as stated.
 *
 * @param warmUps turns that do not count, at least
 * @param warmUpNanos and that much CPU time of all together
 * @param turns that count, at least
 * @param nanos and that much CPU time of all together
 */
record Turns(int warmUps, long warmUpNanos, int turns, long nanos) {

    /** The median turn of each. */
    List<Sample> of(List<Contestant> contestants) {
        play(contestants, warmUps, warmUpNanos);
        return play(contestants, turns, nanos).stream().map(Turns::median).toList();
    }

    private static List<List<Sample>> play(List<Contestant> contestants, int least, long nanos) {
        var taken = Stream.<List<Sample>>generate(ArrayList::new)
                .limit(contestants.size())
                .toList();
        long spent = 0;
        for (int turn = 0; turn < least || spent < nanos; turn++) {
            for (int i = 0; i < contestants.size(); i++) {
                var sample = contestants.get(i).pass();
                taken.get(i).add(sample);
                spent += sample.nanos();
            }
        }
        return taken;
    }

    private static Sample median(List<Sample> samples) {
        return samples.stream()
                .sorted(Comparator.comparingLong(Sample::nanos))
                .toList()
                .get(samples.size() / 2);
    }
}
