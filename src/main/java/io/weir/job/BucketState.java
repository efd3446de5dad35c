package io.weir.job;

import io.weir.correlate.BucketMemory;
import io.weir.correlate.HistoryBucket;
import java.util.Optional;

/** The history of one group, in a state that may hold those of several. */
record BucketState(KeyedState<String, HistoryBucket> state, String group) implements BucketMemory {

    @Override
    public Optional<HistoryBucket> bucket(long index) {
        return state.get(key(index));
    }

    @Override
    public void putBucket(long index, HistoryBucket bucket) {
        state.put(key(index), bucket);
    }

    @Override
    public void removeBucket(long index) {
        state.remove(key(index));
    }

    private String key(long index) {
        return index + "\0" + group;
    }
}
