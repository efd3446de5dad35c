package io.weir.correlate;

import java.util.List;

/**
 * The events of one group in one stretch of event time. A few are kept right here; of many, the older ones are in pages of their own.
 *
 * @param pages what is known of those pages, in their order
 * @param tail the events that come after all pages
 * @param told what of the stretch made an alert, by {@link Told#at}
 */
public record HistoryBucket(List<PageSummary> pages, HistoryPage tail, List<Told> told) {

    static final HistoryBucket EMPTY = new HistoryBucket(List.of(), HistoryPage.EMPTY, List.of());

    public HistoryBucket {
        pages = List.copyOf(pages);
        told = List.copyOf(told);
    }
}
