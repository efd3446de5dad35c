package io.weir.correlate;

import io.weir.match.EventFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process of a host.
 *
 * @param name see {@link ProcessKey#name}; of one whose start is not known, its GUID
 * @param guid or empty
 * @param known the event that tells of its start, or none
 */
record ProcessRef(String name, String guid, @Nullable EventFacts known) {

    static ProcessRef started(EventFacts start) {
        return new ProcessRef(ProcessKey.name(start), start.process().guid(), start);
    }

    /** One that is known by its GUID alone. */
    static ProcessRef unseen(String guid) {
        return new ProcessRef(guid, guid, null);
    }

    Optional<EventFacts> start() {
        return Optional.ofNullable(known);
    }
}
