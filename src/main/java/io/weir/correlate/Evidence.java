package io.weir.correlate;

import java.util.Comparator;
import java.util.List;

/** The ids of the events that make an alert, in the order of the steps. */
final class Evidence {

    /** Any fixed order, so that changes leave in the same order whatever came first. */
    static final Comparator<List<String>> ORDER = Comparator.comparing(ids -> String.join(" ", ids));

    private Evidence() {}

    static List<String> ids(List<Placed> sequence) {
        return sequence.stream().map(Placed::event).toList();
    }
}
