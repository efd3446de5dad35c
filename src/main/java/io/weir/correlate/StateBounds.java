package io.weir.correlate;

import java.io.Serializable;
import java.util.List;

/**
 * How many entries a state has at most. What finds no more room is dropped, counted, and where it would have been part of an alert flagged on that.
 *
 * @param groupEvents events of one group in one bucket of its history, which is as wide as its timespan
 * @param processEvents children, or matched events, of one process in one quarter of an hour
 * @param processStarts events that tell of the start of one process, and contradict each other
 * @param connectionAccounts events that tell of one connection within eight seconds
 */
public record StateBounds(int groupEvents, int processEvents, int processStarts, int connectionAccounts)
        implements Serializable {

    /** Where nothing else is said. */
    public static final StateBounds DEFAULT = new StateBounds(10_000, 10_000, 8, 64);

    public StateBounds {
        for (var bound : List.of(groupEvents, processEvents, processStarts, connectionAccounts)) {
            if (bound < 1) {
                throw new IllegalArgumentException("a bound lets at least one in, found " + bound);
            }
        }
    }
}
