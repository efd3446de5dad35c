package io.weir.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which alerts, or which incidents, stand: the fold of a changelog. Of one id's changes the one with the highest sequence decides, of equal ones the later, so that
 * files may be read in any order.
 */
public final class StandingAlerts {

    private final Map<String, AlertChange> last = new HashMap<>();

    /** Takes in a change. */
    public void add(AlertChange change) {
        last.merge(change.id(), change, (old, now) -> now.sequence() >= old.sequence() ? now : old);
    }

    /** The bodies of those that stand, one line of JSON each, sorted. */
    public List<String> bodies() {
        return last.values().stream()
                .filter(change -> !change.withdraws())
                .map(AlertChange::body)
                .sorted()
                .toList();
    }
}
