package io.weir.event;

import java.util.Map;

/** One way to write Windows events as JSON, recognised by its structure alone. A further shape is one more class, and one line in {@link JsonEventDecoder}. */
interface EventShape {

    /** What a record of this shape has, for the reason of one that fits none: a noun phrase. */
    String signature();

    /** Whether the record is of this shape. */
    boolean fits(JsonObject event);

    /** Whether a record with the same structure may be of this shape, whatever its values say. */
    default boolean mayFit(JsonObject event) {
        return fits(event);
    }

    /** What the record says; only of one that fits. */
    Reading read(JsonObject event);

    /**
     * What a record says.
     *
     * @param fields under Sigma's names
     */
    record Reading(EventHeader header, Map<String, FieldValue> fields) {}
}
