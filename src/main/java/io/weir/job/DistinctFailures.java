package io.weir.job;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Logs failures so that one which comes a million times does not fill a disk: the first of a kind whole, then a line at the tenth, the hundredth, the
 * thousandth. Two are of a kind that are of one class and come from one place.
 */
final class DistinctFailures {

    private static final int MOST_KINDS = 1_000;
    private static final String OTHERS = "other kinds";

    private final Logger log;
    private final Map<String, Long> counts = new HashMap<>();

    DistinctFailures(Logger log) {
        this.log = log;
    }

    /**
     * Tells of a failure, or counts it.
     *
     * @return its kind, in one line
     */
    String tell(String what, Throwable failure) {
        var kind = kind(failure);
        var counted = counts.containsKey(kind) || counts.size() < MOST_KINDS ? kind : OTHERS;
        long count = counts.merge(counted, 1L, Long::sum);
        if (count == 1) {
            log.error("{}; more of the kind are counted", what, failure);
        } else if (isPowerOfTen(count)) {
            log.error("{}: {} times by now, the last: {}", counted, count, what);
        }
        return kind;
    }

    private static String kind(Throwable failure) {
        var trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static boolean isPowerOfTen(long count) {
        long rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
