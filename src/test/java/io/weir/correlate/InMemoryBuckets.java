package io.weir.correlate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The history of one group in a plain map. */
class InMemoryBuckets implements BucketMemory {

    private final Map<Long, HistoryBucket> buckets = new HashMap<>();

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

    int size() {
        return buckets.size();
    }
}
