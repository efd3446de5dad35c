package io.weir.correlate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Events whose weights, none of them negative, come to enough within a timespan; an {@code event_count} has each event weigh one. What is
 * found are the event that makes it enough and no more of those before it than needed.
 */
final class SumCompletions implements Completions {

    private final Timeline timeline;
    private final long timespan;
    private final Weight weight;
    private final Predicate<BigDecimal> enough;

    /** The shortest stretch up to the event last looked at that is enough; where none is, the whole timespan before it. */
    private @Nullable Spot start;

    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Spot end;

    SumCompletions(Timeline timeline, long timespan, Weight weight, Predicate<BigDecimal> enough) {
        this.timeline = timeline;
        this.timespan = timespan;
        this.weight = weight;
        this.enough = enough;
    }

    @Override
    public void begin(Spot first, Carry before) {
        start = null;
        end = null;
        sum = BigDecimal.ZERO;
        var previous = timeline.previous(first.leaf());
        long oldest = last(first, previous) - timespan;
        if (!takeBackwards(first, oldest)) {
            return;
        }
        while (previous.isPresent() && takeWhole(previous.get(), oldest)) {
            previous = timeline.previous(previous.get());
        }
        previous.filter(page -> page.last() >= oldest)
                .ifPresent(page -> takeBackwards(new Spot(page, page.size()), oldest));
    }

    /** The time of the event before that one, in microseconds. */
    private static long last(Spot spot, Optional<Leaf> previous) {
        return spot.index() > 0
                ? new Spot(spot.leaf(), spot.index() - 1).micros()
                : previous.map(Leaf::last).orElse(0L);
    }

    private boolean takeWhole(Leaf page, long oldest) {
        var whole = sum.add(page.sum());
        if (page.first().micros() < oldest || enough.test(whole)) {
            return false;
        }
        sum = whole;
        start = new Spot(page, 0);
        return true;
    }

    /** Takes the events of the page before that one; whether all of them, and there may be more to take. */
    private boolean takeBackwards(Spot end, long oldest) {
        for (int i = end.index() - 1; i >= 0 && !enough.test(sum); i--) {
            var spot = new Spot(end.leaf(), i);
            if (spot.micros() < oldest) {
                return false;
            }
            sum = sum.add(weight.of(spot.event()));
            start = spot;
        }
        return !enough.test(sum);
    }

    @Override
    public OptionalLong next(Spot spot) {
        end = spot;
        sum = sum.add(weight.of(spot.event()));
        var first = start == null ? spot : start;
        while (first.micros() < spot.micros() - timespan) {
            first = leaveOut(first);
        }
        while (!first.equals(spot) && enough.test(sum.subtract(weight.of(first.event())))) {
            first = leaveOut(first);
        }
        start = first;
        return enough.test(sum) ? OptionalLong.of(first.micros()) : OptionalLong.empty();
    }

    private Spot leaveOut(Spot first) {
        sum = sum.subtract(weight.of(first.event()));
        return first.next(timeline);
    }

    @Override
    public Finding finding() {
        var events = new ArrayList<Placed>();
        var last = end;
        if (start != null && last != null) {
            for (var spot = start; !spot.equals(last); spot = spot.next(timeline)) {
                events.add(spot.event());
            }
            events.add(last.event());
        }
        return Finding.of(events, sum.stripTrailingZeros().toPlainString());
    }

    @Override
    public List<Recent> recent() {
        return List.of();
    }
}
