package io.weir.correlate;

/**
 * A stretch of event time in which a correlation's condition holds again and again (design, "Time": counts and temporal types). Times are
 * microseconds of event time.
 *
 * @param start the first event that made the condition true
 * @param trueUntil the latest moment at which the sliding window still held a whole sequence
 * @param slot how many whole timespans from the start the last alert lies
 */
public record Episode(long start, long trueUntil, long slot) {

    /** No sequence so far, or the last episode is over for certain. */
    public static final Episode NONE = new Episode(Long.MIN_VALUE, Long.MIN_VALUE, -1);

    /**
     * The episode once a further sequence is known.
     *
     * @param completed when the sequence was whole; sequences come in the order of this time
     * @param begun when its first event was
     * @param timespan in microseconds
     */
    Episode with(long completed, long begun, long timespan) {
        long until = Math.max(completed, begun + timespan);
        if (isOverAt(completed, timespan)) {
            return new Episode(completed, until, 0);
        }
        long reached = Math.max(slot, (completed - start) / timespan);
        return new Episode(start, Math.max(trueUntil, until), reached);
    }

    private boolean isOverAt(long time, long timespan) {
        return slot < 0 || time > trueUntil + timespan;
    }
}
