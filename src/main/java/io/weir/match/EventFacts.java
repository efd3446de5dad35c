package io.weir.match;

import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.SortedTexts;
import io.weir.event.Stamp;
import java.util.Map;

/**
 * What of an event travels on after matching: a projection that follows from the event and the rule set alone.
 *
 * @param identity which event
 * @param host where
 * @param time when, or {@link Stamp#NONE}
 * @param arrival when a collector took it in, or {@link Stamp#NONE}
 * @param channel the channel in lower case
 * @param recordNumber within channel and host, or -1
 * @param process what it says of processes
 * @param fields the fields that the rules which matched show, name to text, sorted by name; several values are joined by a comma and a blank
 */
public record EventFacts(
        EventIdentity identity,
        HostId host,
        Stamp time,
        Stamp arrival,
        String channel,
        long recordNumber,
        ProcessFacts process,
        Map<String, String> fields) {

    public EventFacts {
        fields = SortedTexts.of(fields);
    }
}
