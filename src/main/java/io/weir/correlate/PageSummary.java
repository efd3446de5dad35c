package io.weir.correlate;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is known of a {@link HistoryPage} without reading it.
 *
 * @param number under which its bucket keeps it
 * @param first its first event
 * @param last the time of its last event, in microseconds
 * @param size how many events it has; at least one
 * @param steps which steps its events match, as bits: the one of step 63 stands for all further ones, too
 * @param sum of what its events weigh, where the correlation's type asks for it
 */
public record PageSummary(int number, Position first, long last, int size, long steps, BigDecimal sum) {

    private static final int LAST_BIT = 63;

    static PageSummary of(int number, List<Placed> placed, Weight weight) {
        long steps = 0;
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < placed.size(); i++) {
            var event = placed.get(i);
            for (int at = 0; at < event.steps().size(); at++) {
                steps |= bit(event.steps().get(at));
            }
            sum = sum.add(weight.of(event));
        }
        return new PageSummary(
                number,
                placed.get(0).position(),
                placed.get(placed.size() - 1).time().micros(),
                placed.size(),
                steps,
                sum);
    }

    /** Whether an event of the page may match the step. */
    boolean mayMatch(int step) {
        return (steps & bit(step)) != 0;
    }

    private static long bit(int step) {
        return 1L << Math.min(step, LAST_BIT);
    }
}
