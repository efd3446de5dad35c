package io.weir.event;

import java.util.Map;
import java.util.Optional;

/** One Windows event, under Sigma's field names, whatever shape it came in. Immutable. */
public interface Event {

    /** The field of that Sigma name, case counting, or none where the event does not have it. A JSON null is a field: {@link FieldValue.Null}. */
    Optional<FieldValue> field(String name);

    /** All fields in the order of the record. */
    Map<String, FieldValue> fields();

    /** The channel that the log system gave it, as written ({@code Security}, {@code security}), or empty. A rule may read another {@code Channel}. */
    String channel();

    /** The provider's name as written, or empty. */
    String provider();

    /** Windows' EventID, or -1 where there is none. */
    int eventId();

    /** The record number within its channel and computer, or -1. */
    long recordNumber();

    /** The computer that it happened on. */
    HostId host();

    /** When it happened, by the one source that its shape trusts; {@link Stamp#NONE} where it has none. */
    Stamp time();

    /** When a collector took it in: the record's own zoned time, else the transport's; {@link Stamp#NONE} where neither is there. */
    Stamp arrival();

    /** Which event this is: the same for every copy of it. */
    EventIdentity identity();

    /** What it says of processes. */
    ProcessFacts process();

    /** Whether it tells that a process starts or ends, or its host starts; asked of every event, where {@link #process} is asked of few. */
    default boolean tellsOfALife() {
        return ProcessFacts.mayTellOfALife(eventId()) && process().tellsOfALife();
    }

    /** The bytes that it was decoded from; not to be changed. */
    byte[] bytes();
}
