package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.match.MatchedEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a correlation has seen: an event, or an alert of another correlation.
 *
 * @param event the event, with the matches that are asked for; of an alert, what it is to later correlations (see {@link AlertAsEvent})
 * @param lineage of the processes that the event names
 * @param evidence of an alert, the events that made it; else none
 */
public record Witness(MatchedEvent event, List<Lineage> lineage, List<Witness> evidence) {

    public Witness {
        lineage = List.copyOf(lineage);
        evidence = List.copyOf(evidence);
    }

    static Witness ofEvent(MatchedEvent event, List<Lineage> lineage) {
        return new Witness(event, lineage, List.of());
    }

    String id() {
        return event.event().identity().id();
    }

    /** The events behind it: itself, or those that made the alert. */
    Stream<Witness> events() {
        return evidence.isEmpty() ? Stream.of(this) : evidence.stream();
    }

    Witness asAskedBy(Correlation correlation) {
        return new Witness(correlation.asAsked(event), lineage, evidence);
    }
}
