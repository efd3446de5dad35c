package io.weir.correlate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Events that make a correlation's condition true.
 *
 * @param evidence their ids, in the order in which an alert shows them; of more than {@link #MOST} the first and the last ones
 * @param measured what they come to, in decimal digits, or empty where the condition compares no number
 */
public record Finding(List<String> evidence, String measured) {

    /** No alert shows more events of one finding than these. */
    public static final int MOST = 100;

    public Finding {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("something is found where there are events");
        }
        evidence = evidence.size() > MOST ? ends(evidence) : List.copyOf(evidence);
    }

    private static List<String> ends(List<String> ids) {
        var ends = new ArrayList<>(ids.subList(0, MOST / 2));
        ends.addAll(ids.subList(ids.size() - MOST / 2, ids.size()));
        return List.copyOf(ends);
    }

    static Finding of(List<Placed> evidence, String measured) {
        var ids = new LinkedHashSet<String>();
        for (int i = 0; i < evidence.size(); i++) {
            ids.add(evidence.get(i).event());
        }
        return new Finding(List.copyOf(ids), measured);
    }
}
