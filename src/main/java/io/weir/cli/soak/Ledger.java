package io.weir.cli.soak;

import io.weir.alert.AlertChange;
import io.weir.cli.scenario.ExpectedAlert;
import io.weir.cli.scenario.Told;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What readers of committed records have seen: which alerts stand, and what was told twice. Safe for several threads. */
final class Ledger {

    private final Map<String, String> standing = new HashMap<>();
    private final Set<String> deadLetters = new HashSet<>();
    private long doubled;

    /** Takes in a change; an alert that is told as it stands already is doubled. */
    synchronized void add(AlertChange change) {
        if (change.withdraws()) {
            standing.remove(change.id());
        } else if (change.body().equals(standing.put(change.id(), change.body()))) {
            doubled++;
        }
    }

    /** Takes in the key of a dead letter. */
    synchronized void addDeadLetter(String key) {
        if (!deadLetters.add(key)) {
            doubled++;
        }
    }

    synchronized long doubled() {
        return doubled;
    }

    synchronized int deadLetters() {
        return deadLetters.size();
    }

    /** What stands, in the words of those who expect it; there may be several alike, which is one too many. */
    synchronized List<ExpectedAlert> told() {
        return Told.by(standing.values().stream().filter(Told::isOfAStory).toList());
    }

    /** Those of what must stand that do not. */
    Set<ExpectedAlert> missing(Collection<ExpectedAlert> expected) {
        var missing = new HashSet<>(expected);
        told().forEach(missing::remove);
        return missing;
    }

    /**
     * How many stand that nobody expects, or that stand already.
     *
     * @param expected asked after what stands is known: meanwhile more may be sent, and told
     */
    long surplus(Supplier<? extends Collection<ExpectedAlert>> expected) {
        var told = told();
        var open = new HashSet<>(expected.get());
        return told.stream().filter(alert -> !open.remove(alert)).count();
    }
}
