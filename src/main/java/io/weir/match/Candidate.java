package io.weir.match;

import io.weir.event.Event;
import java.util.Optional;

/** A rule that may match events of one of its sources. */
record Candidate(CompiledRule rule, Route route) {

    /** The event as the rule reads it, if it matches. */
    Optional<Hit> look(Event event, Fields own) {
        if (!route.admits(event, own)) {
            return Optional.empty();
        }
        var hit = hit(own);
        return rule.matcher().matches(hit.fields()) ? Optional.of(hit) : Optional.empty();
    }

    /** The event, which matches, as the rule reads it. */
    Hit hit(Fields own) {
        return new Hit(rule, MappedFields.of(own, route.names()));
    }

    /** A rule that matched an event, and the event as that rule reads it. */
    record Hit(CompiledRule rule, Fields fields) {
        String id() {
            return rule.id();
        }
    }
}
