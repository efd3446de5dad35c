package io.weir.event;

import java.util.List;

/**
 * Bytes in, events out: recognises the shape of each record by itself. What it learns of layouts makes it fast and changes no answer; safe to share
 * between threads.
 */
public interface EventDecoder {

    /** A decoder with {@link DecodeLimits#STANDARD}. */
    static EventDecoder standard() {
        return of(DecodeLimits.STANDARD);
    }

    /** A decoder that takes on records up to these limits. */
    static EventDecoder of(DecodeLimits limits) {
        return new XmlEventDecoder(limits, new JsonEventDecoder(limits));
    }

    /**
     * Decodes one record.
     *
     * @param record the bytes as they came: one JSON event or several in an array, or one XML event or several
     * @param transport when the transport took the record in (Kafka's timestamp), or {@link Stamp#NONE}
     * @return what could be read and what could not; never throws for what the bytes are
     */
    Decoded decode(byte[] record, Stamp transport);

    /**
     * What became of a record.
     *
     * @param events in the order of the record
     * @param undecodable the parts that could not be read
     */
    record Decoded(List<Event> events, List<Undecodable> undecodable) {
        public Decoded {
            events = List.copyOf(events);
            undecodable = List.copyOf(undecodable);
        }
    }
}
