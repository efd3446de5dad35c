package io.weir.correlate;

import java.util.List;

/**
 * The events of one group in one stretch of event time.
 *
 * @param placed in {@link Placed#ORDER}; never empty in a memory
 * @param before the episode as it stood when the stretch began, so that nothing older has to be read again
 */
public record HistoryBucket(List<Placed> placed, Episode before) {

    static final HistoryBucket EMPTY = new HistoryBucket(List.of(), Episode.NONE);

    public HistoryBucket {
        placed = List.copyOf(placed);
    }
}
