package io.weir.correlate;

import java.util.List;

/**
 * Some events of one group that follow each other.
 *
 * @param before what went before the first of them, so that nothing older has to be read again
 * @param placed in {@link Placed#ORDER}
 */
public record HistoryPage(Carry before, List<Placed> placed) {

    static final HistoryPage EMPTY = new HistoryPage(Carry.NONE, List.of());

    public HistoryPage {
        placed = List.copyOf(placed);
    }
}
