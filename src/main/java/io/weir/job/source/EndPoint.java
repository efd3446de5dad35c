package io.weir.job.source;

import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Where the reading of a topic ends.
 *
 * @param kind what the point is
 * @param time of {@link Kind#TIME}: before the first record that is stamped so or later; else the epoch
 */
public record EndPoint(Kind kind, Instant time) implements Serializable {

    /** Nowhere: the job is live. */
    public static final EndPoint NEVER = new EndPoint(Kind.NEVER, Instant.EPOCH);

    /** After what is there when the job starts. */
    public static final EndPoint LATEST = new EndPoint(Kind.LATEST, Instant.EPOCH);

    /** The kinds of points. */
    public enum Kind {
        NEVER,
        LATEST,
        TIME
    }

    /** Before the first record of each partition that is stamped so or later; at most what is there when the job starts. */
    public static EndPoint before(Instant time) {
        return new EndPoint(Kind.TIME, time);
    }

    /** Whether the reading ends at all. */
    public boolean isBound() {
        return kind != Kind.NEVER;
    }

    // The connector's own "latest" would be asked again after a failure, and the set of events be another one. No
    // record has the last
    // of all times, and without one the ends of the partitions are taken, once.
    OffsetsInitializer offsets() {
        return OffsetsInitializer.timestamp(kind == Kind.TIME ? time.toEpochMilli() : Long.MAX_VALUE);
    }
}
