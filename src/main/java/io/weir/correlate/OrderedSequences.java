package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the sequences of a {@code temporal_ordered} correlation among some events: for an event that matches the last step, the latest
 * event of each step before it, the whole not longer than the timespan.
 */
final class OrderedSequences {

    private final List<List<Placed>> byStep;
    private final long timespan;
    private final Map<Key, Optional<List<Placed>>> known = new HashMap<>();

    private record Key(int step, String event, long oldest) {}

    /**
     * @param events all that may be part of a sequence, in any order
     * @param steps how many steps the correlation has
     * @param timespan in microseconds
     */
    OrderedSequences(Collection<Placed> events, int steps, long timespan) {
        this.timespan = timespan;
        this.byStep = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            byStep.add(new ArrayList<>());
        }
        events.stream()
                .sorted(Placed.ORDER)
                .forEach(event -> event.steps().forEach(step -> byStep.get(step).add(event)));
    }

    /** The sequence that the event completes, in the order of the steps, or none. */
    Optional<List<Placed>> completedBy(Placed event) {
        return endingAt(event, byStep.size() - 1, event.time().micros() - timespan);
    }

    private Optional<List<Placed>> endingAt(Placed event, int step, long oldest) {
        if (step == 0) {
            return Optional.of(List.of(event));
        }
        var key = new Key(step, event.event(), oldest);
        var found = known.get(key);
        if (found == null) {
            found = search(event, step, oldest);
            known.put(key, found);
        }
        return found;
    }

    private Optional<List<Placed>> search(Placed event, int step, long oldest) {
        var candidates = byStep.get(step - 1);
        for (int i = lastNotAfter(candidates, event.time().micros() + GroupHistory.SLACK_MICROS); i >= 0; i--) {
            var candidate = candidates.get(i);
            if (candidate.time().micros() < oldest) {
                break;
            }
            if (candidate.precedes(event)) {
                var head = endingAt(candidate, step - 1, oldest);
                if (head.isPresent()) {
                    return Optional.of(append(head.get(), event));
                }
            }
        }
        return Optional.empty();
    }

    private static int lastNotAfter(List<Placed> sorted, long micros) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).time().micros() <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static List<Placed> append(List<Placed> head, Placed last) {
        var whole = new ArrayList<>(head);
        whole.add(last);
        return Collections.unmodifiableList(whole);
    }
}
