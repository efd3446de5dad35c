package io.weir.job.sink;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each reason came. A reason may hold what an attacker wrote, so only so many are told apart. */
final class DistinctReasons {

    static final String OTHERS = "other reasons";

    private static final int MOST = 1_000;

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** Counts the reason; true for the first of its kind. */
    boolean isNew(String reason) {
        var counted = counts.containsKey(reason) || counts.size() < MOST ? reason : OTHERS;
        return counts.merge(counted, 1L, Long::sum) == 1;
    }

    Map<String, Long> counts() {
        return counts;
    }
}
