package io.weir.job;

import io.weir.correlate.BucketMemory;
import io.weir.correlate.HistoryBucket;
import io.weir.correlate.HistoryPage;
import java.util.Optional;

/** The history of one group, in states that may hold those of several. */
record BucketState(KeyedState<BucketKey, HistoryBucket> buckets, KeyedState<String, HistoryPage> pages, String group)
        implements BucketMemory {

    @Override
    public Optional<HistoryBucket> bucket(long index) {
        return buckets.isKnownEmpty() ? Optional.empty() : buckets.get(key(index));
    }

    @Override
    public void putBucket(long index, HistoryBucket bucket) {
        buckets.put(key(index), bucket);
    }

    @Override
    public void removeBucket(long index) {
        buckets.remove(key(index));
    }

    @Override
    public Optional<HistoryPage> page(long index, int number) {
        return pages.get(key(index, number));
    }

    @Override
    public void putPage(long index, int number, HistoryPage page) {
        pages.put(key(index, number), page);
    }

    @Override
    public void removePage(long index, int number) {
        pages.remove(key(index, number));
    }

    private BucketKey key(long index) {
        return new BucketKey(group, index);
    }

    private String key(long index, int number) {
        return index + "/" + number + "\0" + group;
    }
}
