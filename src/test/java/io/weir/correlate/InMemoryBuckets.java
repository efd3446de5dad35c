package io.weir.correlate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The history of one group in plain maps. */
class InMemoryBuckets implements BucketMemory {

    private final Map<Long, HistoryBucket> buckets = new HashMap<>();
    private final Map<String, HistoryPage> pages = new HashMap<>();

    @Override
    public Optional<HistoryBucket> bucket(long index) {
        return Optional.ofNullable(buckets.get(index));
    }

    @Override
    public void putBucket(long index, HistoryBucket bucket) {
        buckets.put(index, bucket);
    }

    @Override
    public void removeBucket(long index) {
        buckets.remove(index);
    }

    @Override
    public Optional<HistoryPage> page(long index, int number) {
        return Optional.ofNullable(pages.get(index + "/" + number));
    }

    @Override
    public void putPage(long index, int number, HistoryPage page) {
        pages.put(index + "/" + number, page);
    }

    @Override
    public void removePage(long index, int number) {
        pages.remove(index + "/" + number);
    }

    int size() {
        return buckets.size() + pages.size();
    }
}
