package io.weir.alert;

import io.weir.event.SortedTexts;
import io.weir.event.Stamp;
import java.util.List;
import java.util.Map;

/**
 * What an analyst is told, schema version {@link #SCHEMA}. It holds only what follows from the events and the rule, so that every
 * arrival order, restart and parallelism tells the same, byte for byte.
 *
 * @param id see {@link AlertId}
 * @param rule the rule that made it
 * @param host of the event that completed it, in lower case; empty where the event names no computer
 * @param first the earliest time of its events, or {@link Stamp#NONE} where none has a time
 * @param last the latest
 * @param group of a correlation: the values that its events share, by field; under a link {@code process} is the process of the first step
 * @param measured of a correlation: the number that its condition compares, in decimal digits; else empty
 * @param events those that made it, in the order of the rule's steps; of very many the first and the last ones
 * @param lineage the ancestry of each process that its events name, in the order of the events
 * @param matched why each rule matched each event
 */
public record Alert(
        String id,
        AlertRule rule,
        String host,
        Stamp first,
        Stamp last,
        Map<String, String> group,
        String measured,
        List<AlertEvent> events,
        List<Lineage> lineage,
        List<AlertReason> matched) {

    /** The version of this schema, which every alert record carries beside the body. */
    public static final int SCHEMA = 1;

    public Alert {
        group = SortedTexts.of(group);
        events = List.copyOf(events);
        lineage = List.copyOf(lineage);
        matched = List.copyOf(matched);
    }
}
