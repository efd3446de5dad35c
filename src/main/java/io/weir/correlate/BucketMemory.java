package io.weir.correlate;

import java.util.Optional;

/** The state of one group of one correlation, lent by the caller: its history by stretches of event time. */
public interface BucketMemory {

    /** The bucket of that index, if the group has events in it. */
    Optional<HistoryBucket> bucket(long index);

    void putBucket(long index, HistoryBucket bucket);

    void removeBucket(long index);

    /** The page of that number in the bucket of that index. */
    Optional<HistoryPage> page(long index, int number);

    void putPage(long index, int number, HistoryPage page);

    void removePage(long index, int number);
}
