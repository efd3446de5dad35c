package io.weir.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds sequences of events that match some steps in order: for an event that matches the last one, going back from it, the latest event of
 * each step for which there still are events of the steps before.
 *
 * <p>Events are to be asked for in their order, with an earliest time that never falls: what was found for one is then used for the next.
 */
final class SequenceSearch {

    /** Times written to the second may lie this far before what they stand for. */
    static final long SLACK_MICROS = 1_000_000;

    /** After so many events looked at it is worth to see whether there can be a sequence at all. */
    private static final int LOOKS_BEFORE_DOUBT = 64;

    /** After so many events looked at for one sequence it is given up, and counted: only events of one second that contradict each other need more. */
    private static final int MOST_LOOKS = 20_000;

    private final Timeline timeline;
    private final List<Integer> steps;
    private final Predicate<Placed> begins;
    private final Map<Key, Head> known = new HashMap<>();

    /** Since when no sequence up to that step ends with an event of the page, or of one before it. */
    private final Map<Barren, Long> barren = new HashMap<>();

    private int looks;

    private record Barren(int at, Leaf page) {}

    private record Key(int at, String event) {}

    /** Times, in microseconds, both included. */
    private record Bounds(long oldest, long newest) {

        Bounds upTo(long micros) {
            return new Bounds(oldest, Math.min(newest, micros));
        }

        Bounds from(long micros) {
            return new Bounds(Math.max(oldest, micros), newest);
        }

        boolean include(Placed event) {
            return event.time().micros() >= oldest && event.time().micros() <= newest;
        }
    }

    /** What is known to end with an event: the latest sequence, or none that begins at that time or later. */
    private record Head(Optional<List<Placed>> sequence, long oldest) {

        boolean answers(long asked) {
            return sequence.map(found -> found.get(0).time().micros() >= asked).orElse(asked >= oldest);
        }

        boolean has(Set<String> events) {
            return !events.isEmpty()
                    && sequence.stream().flatMap(List::stream).anyMatch(event -> events.contains(event.event()));
        }
    }

    /**
     * A search among the events of a timeline.
     *
     * @param steps in their order, at least one
     * @param begins which events may stand for the first of them
     */
    SequenceSearch(Timeline timeline, List<Integer> steps, Predicate<Placed> begins) {
        this.timeline = timeline;
        this.steps = steps;
        this.begins = begins;
    }

    boolean endsWith(Placed event) {
        return event.steps().contains(steps.get(steps.size() - 1));
    }

    /**
     * The sequence that ends with the event, in the order of the steps, or none.
     *
     * @param oldest no event of it is older
     * @param newest no event of it is younger
     */
    Optional<List<Placed>> endingWith(Placed event, long oldest, long newest) {
        looks = 0;
        return endsWith(event)
                ? ending(event, steps.size() - 1, new Bounds(oldest, newest), Set.of())
                : Optional.empty();
    }

    /** @param taken the events that stand for later steps: none stands for two */
    private Optional<List<Placed>> ending(Placed event, int at, Bounds bounds, Set<String> taken) {
        if (at == 0) {
            return begins.test(event) ? Optional.of(List.of(event)) : Optional.empty();
        }
        var key = new Key(at, event.event());
        var head = known.get(key);
        if (head == null || !head.answers(bounds.oldest())) {
            head = new Head(search(event, at, bounds, Set.of()), bounds.oldest());
            known.put(key, head);
        }
        return head.has(taken) ? search(event, at, bounds, taken) : head.sequence();
    }

    private Optional<List<Placed>> search(Placed event, int at, Bounds bounds, Set<String> taken) {
        var within = bounds.upTo(event.time().micros() + SLACK_MICROS);
        var passed = new ArrayList<Leaf>(0);
        var page = timeline.floor(Position.before(within.newest() + 1));
        while (page.isPresent() && page.get().last() >= within.oldest() && !isBarren(at - 1, page.get(), bounds)) {
            if (page.get().mayMatch(steps.get(at - 1))) {
                var events = page.get().events();
                for (int i = events.size() - 1; i >= 0; i--) {
                    var candidate = events.get(i);
                    if (isCandidate(candidate, at - 1, within)
                            && candidate.precedes(event)
                            && !taken.contains(candidate.event())) {
                        if (isHopeless(at, within)) {
                            return Optional.empty();
                        }
                        var head = ending(candidate, at - 1, bounds, with(taken, event));
                        if (head.isPresent()) {
                            return Optional.of(append(head.get(), event));
                        }
                    }
                }
            }
            pass(at - 1, page.get(), bounds, passed);
            page = timeline.previous(page.get());
        }
        passed.forEach(one -> barren.put(new Barren(at - 1, one), bounds.oldest()));
        return Optional.empty();
    }

    private boolean isBarren(int at, Leaf page, Bounds bounds) {
        var since = barren.isEmpty() ? null : barren.get(new Barren(at, page));
        return since != null && since <= bounds.oldest();
    }

    /** Of many events in a row with which no sequence ends it is remembered: else each event that may follow them would look at all of them again. */
    private void pass(int at, Leaf page, Bounds bounds, List<Leaf> passed) {
        if (looks < LOOKS_BEFORE_DOUBT) {
            return;
        }
        if (!page.mayMatch(steps.get(at))
                || page.events().stream()
                        .allMatch(event -> !isCandidate(event, at, bounds) || endsNone(event, at, bounds))) {
            passed.add(page);
        } else {
            passed.clear();
        }
    }

    private boolean endsNone(Placed event, int at, Bounds bounds) {
        if (at == 0) {
            return !begins.test(event);
        }
        var head = known.get(new Key(at, event.event()));
        return head != null && head.sequence().isEmpty() && head.answers(bounds.oldest());
    }

    private static Set<String> with(Set<String> taken, Placed event) {
        var more = new HashSet<>(taken);
        more.add(event.event());
        return more;
    }

    private boolean isCandidate(Placed event, int at, Bounds bounds) {
        return bounds.include(event) && event.steps().contains(steps.get(at));
    }

    private boolean isHopeless(int at, Bounds bounds) {
        looks++;
        if (looks == MOST_LOOKS + 1) {
            timeline.giveUp();
        }
        return looks > MOST_LOOKS || (looks % LOOKS_BEFORE_DOUBT == 0 && !mayBeReached(at, bounds));
    }

    /** Whether, going forward from the earliest event of the first step, all steps before that one are met; ties do not count here. */
    private boolean mayBeReached(int at, Bounds bounds) {
        long from = bounds.oldest();
        for (int step = 0; step < at; step++) {
            var first = first(step, bounds.from(from - SLACK_MICROS));
            if (first.isEmpty()) {
                return false;
            }
            from = Math.max(from, first.get().time().micros());
        }
        return true;
    }

    private Optional<Placed> first(int at, Bounds bounds) {
        for (long index = timeline.index(bounds.oldest()); index <= timeline.index(bounds.newest()); index++) {
            for (var page : timeline.bucket(index).leaves()) {
                if (page.last() >= bounds.oldest() && page.mayMatch(steps.get(at))) {
                    var found = page.events().stream()
                            .filter(event -> isCandidate(event, at, bounds) && (at > 0 || begins.test(event)))
                            .findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Placed> append(List<Placed> head, Placed last) {
        var whole = new ArrayList<>(head);
        whole.add(last);
        return Collections.unmodifiableList(whole);
    }
}
