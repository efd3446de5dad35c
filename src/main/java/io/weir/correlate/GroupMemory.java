package io.weir.correlate;

import java.util.Optional;

/** The state of one group of a correlation that is not linked, lent by the caller. */
public interface GroupMemory extends BucketMemory {

    /** The event of that id, as it last came to the group. */
    Optional<GroupMatch> event(String id);

    void putEvent(GroupMatch match);

    void removeEvent(String id);

    /** Asks that {@link GroupCorrelator#forget} be called with this bucket once the watermark has passed the time, in microseconds. */
    void remindAfter(long micros, long bucket);

    /** Asks that {@link GroupCorrelator#settle} be called with this time once the watermark has passed the first one; both in microseconds. */
    void settleAfter(long micros, long at);

    /** A number greater than every one before it in this group. */
    long nextSequence();
}
