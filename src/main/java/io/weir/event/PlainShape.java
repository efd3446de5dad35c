package io.weir.event;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A shape of which the structure of a record alone says which fields there are, and each holds values of the record as they stand, but for those
 * that are {@link #computed}. It is asked once for each layout of its records, not for each record.
 */
interface PlainShape extends EventShape {

    /** The fields whose values are worked out, or that are left out for what a value is. */
    default Set<String> computed() {
        return Set.of();
    }

    /** The values of the record that tell when the event happened, as texts; empty ones in the place of those that are not there. */
    List<String> times(JsonObject event);

    /**
     * When the event happened.
     *
     * @param times those {@link #times} by their place; few are asked for
     */
    EventTime time(IntFunction<String> times);
}
