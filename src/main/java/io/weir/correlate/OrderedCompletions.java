package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Sequences in the order of the steps, of the whole of them or of one choice out of several. */
final class OrderedCompletions implements Completions {

    private final List<SequenceSearch> searches;
    private final long timespan;
    private Optional<List<Placed>> found = Optional.empty();

    /**
     * Completions in that timeline.
     *
     * @param choices of steps, each of which is enough
     * @param begins which events may stand for the first step
     */
    OrderedCompletions(Timeline timeline, long timespan, List<List<Integer>> choices, Predicate<Placed> begins) {
        this.timespan = timespan;
        this.searches = new ArrayList<>(choices.size());
        choices.forEach(steps -> searches.add(new SequenceSearch(timeline, steps, begins)));
    }

    /** Everything is searched for in the timeline. */
    @Override
    public void begin(Spot first, Carry before) {}

    @Override
    public OptionalLong next(Spot spot) {
        var event = spot.event();
        long oldest = event.time().micros() - timespan;
        found = Optional.empty();
        for (var search : searches) {
            var sequence = search.endingWith(event, oldest, Long.MAX_VALUE - 1);
            // Of two that begin at one time the earlier choice counts.
            if (sequence.isPresent() && (found.isEmpty() || begun(sequence.get()) > begun(found.get()))) {
                found = sequence;
            }
        }
        return found.isPresent() ? OptionalLong.of(begun(found.get())) : OptionalLong.empty();
    }

    private static long begun(List<Placed> sequence) {
        return sequence.get(0).time().micros();
    }

    @Override
    public Finding finding() {
        return Finding.of(found.orElseThrow(), "");
    }

    @Override
    public List<Recent> recent() {
        return List.of();
    }
}
