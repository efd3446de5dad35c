package io.weir.correlate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Matches of different rules. What is found is the latest event of each rule, in the order of the rules.
 *
 * @param test which rules are enough
 */
record MatchedRules(RulesTest test) implements RecentCompletions.Distinction {

    @Override
    public List<String> keys(Placed event) {
        return event.steps().stream().map(String::valueOf).toList();
    }

    @Override
    public OptionalLong enoughSince(Collection<Recent> recent) {
        var steps = recent.stream().map(MatchedRules::step).collect(Collectors.toSet());
        if (test.holds(steps)) {
            for (var oldest : recent) {
                steps.remove(step(oldest));
                if (!test.holds(steps)) {
                    return OptionalLong.of(oldest.micros());
                }
            }
        }
        return OptionalLong.empty();
    }

    private static int step(Recent recent) {
        return Integer.parseInt(recent.key());
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Finding finding(List<Recent> recent, RecentCompletions.Window window) {
        return new Finding(
                recent.stream()
                        .sorted(Comparator.comparing(MatchedRules::step))
                        .map(Recent::event)
                        .distinct()
                        .toList(),
                test.measured(recent.size()));
    }
}
