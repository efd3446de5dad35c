package io.weir.correlate;

import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import java.util.List;
import java.util.Map;

/**
 * An event, or the alert of another correlation, as a group has it.
 *
 * @param rules the ids of the rules of the correlation that it matched
 * @param time when it happened
 * @param host in lower case; empty where it names none
 * @param process the GUID of its process, or empty
 * @param fields what travels of it
 */
public record Sighting(List<String> rules, Stamp time, String host, String process, Map<String, String> fields) {

    static Sighting of(EventFacts event, List<String> rules) {
        return new Sighting(
                rules, event.time(), event.host().name(), event.process().guid(), event.fields());
    }
}
