package io.weir.job.sink;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One change on its way out, as each kind of destination wants it.
 *
 * @param id the key: later records of one id replace the earlier ones
 * @param value what now stands, in UTF-8; empty where the id is withdrawn; not to be changed
 * @param lines makes the {@link #line}: a topic does not ask for it
 * @param headers what is no part of the value; sorted by name
 */
public record OutboundRecord(String id, byte[] value, Supplier<byte[]> lines, Map<String, String> headers) {

    public OutboundRecord {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** A record of what is never withdrawn and has nothing beside it: the value is the line, too. */
    public static OutboundRecord of(String id, byte[] value) {
        return new OutboundRecord(id, value, () -> value, Map.of());
    }

    /** The change as one line of a file, in UTF-8, without its end; not to be changed. */
    public byte[] line() {
        return lines.get();
    }

    /** Whether the id no longer stands. */
    public boolean isWithdrawal() {
        return value.length == 0;
    }
}
