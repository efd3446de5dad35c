package io.weir.correlate;

/**
 * A stretch of event time in which a correlation's condition holds again and again (design, "Time": counts and temporal types). Where windows
 * settle it is the window in progress. Times are microseconds of event time.
 *
 * @param start the first event that made the condition true
 * @param trueUntil the latest moment at which the sliding window still fulfilled the condition; of a window that settles, its end
 * @param slot how many whole timespans from the start the last alert lies
 */
public record Episode(long start, long trueUntil, long slot) {

    /** The condition did not hold so far, or the last episode is over for certain. */
    public static final Episode NONE = new Episode(Long.MIN_VALUE, Long.MIN_VALUE, -1);

    /** A window that settles, from its first event. */
    static Episode window(long start, long timespan) {
        return new Episode(start, start + timespan, 0);
    }

    /** Whether there is one. */
    boolean isOpen() {
        return slot >= 0;
    }

    /**
     * The episode once a further event is known to make the condition true.
     *
     * @param completed when it did; such events come in the order of this time
     * @param since up to a timespan after that the condition stays true without a further event
     * @param timespan in microseconds
     */
    Episode with(long completed, long since, long timespan) {
        long until = Math.max(completed, since + timespan);
        if (isOverAt(completed, timespan)) {
            return new Episode(completed, until, 0);
        }
        long reached = Math.max(slot, (completed - start) / timespan);
        return new Episode(start, Math.max(trueUntil, until), reached);
    }

    private boolean isOverAt(long time, long timespan) {
        return !isOpen() || time > trueUntil + timespan;
    }
}
