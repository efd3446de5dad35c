package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an alert of a correlation is to the correlations that refer to it: an event whose id is the alert's, at the time of its last event, on its
 * host, with the values of its group under the names that it groups by, and all fields of which its events share the value.
 */
final class AlertAsEvent {

    private AlertAsEvent() {}

    /**
     * The alert as it is seen.
     *
     * @param evidence the events that the alert shows
     */
    static Witness of(Correlation correlation, Alert alert, List<Witness> evidence) {
        var facts = new EventFacts(
                new EventIdentity(alert.id(), alert.id()),
                new HostId(alert.host()),
                alert.last(),
                Stamp.NONE,
                "",
                -1,
                ProcessFacts.NONE,
                fields(alert.group(), evidence));
        var match = new RuleMatch(correlation.id(), correlation.meaning(), List.of());
        return new Witness(new MatchedEvent(facts, List.of(match)), List.of(), evidence);
    }

    private static Map<String, String> fields(Map<String, String> group, List<Witness> evidence) {
        var fields = new TreeMap<>(evidence.get(0).event().event().fields());
        for (var witness : evidence) {
            var others = witness.event().event().fields();
            fields.entrySet().removeIf(field -> !isSame(field.getValue(), others.get(field.getKey())));
        }
        group.forEach((name, value) -> fields.merge(name, value, (shared, own) -> isSame(shared, own) ? shared : own));
        return fields;
    }

    private static boolean isSame(String value, @Nullable String other) {
        return other != null && value.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
