package io.weir.job.sink;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change on its way out, as each kind of destination wants it.
 *
 * @param id the key: later records of one id replace the earlier ones
 * @param value what now stands, in UTF-8; empty where the id is withdrawn; not to be changed
 * @param line the change as one line of a file, in UTF-8, without its end; not to be changed
 * @param headers what is no part of the value; sorted by name
 */
public record OutboundRecord(String id, byte[] value, byte[] line, Map<String, String> headers) {

    public OutboundRecord {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** Whether the id no longer stands. */
    public boolean isWithdrawal() {
        return value.length == 0;
    }
}
