package io.weir.job.source;

import java.io.Serializable;
import java.time.Instant;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Where the reading of a topic starts, unless a savepoint says it.
 *
 * @param kind what the point is
 * @param time of {@link Kind#TIME}: the first record that is stamped so or later; else the epoch
 */
public record StartPoint(Kind kind, Instant time) implements Serializable {

    /** The first record that is still there. */
    public static final StartPoint EARLIEST = new StartPoint(Kind.EARLIEST, Instant.EPOCH);

    /** What comes after the start of the job. */
    public static final StartPoint LATEST = new StartPoint(Kind.LATEST, Instant.EPOCH);

    /** Where the consumer group stopped; where it never was, {@link #EARLIEST}. */
    public static final StartPoint COMMITTED = new StartPoint(Kind.COMMITTED, Instant.EPOCH);

    /** The kinds of points. */
    public enum Kind {
        EARLIEST,
        LATEST,
        COMMITTED,
        TIME
    }

    /** The first record that is stamped so or later. */
    public static StartPoint at(Instant time) {
        return new StartPoint(Kind.TIME, time);
    }

    @SuppressWarnings("deprecation") // The connector asks for Kafka's old enum.
    OffsetsInitializer offsets() {
        return new NeverSkipping(
                switch (kind) {
                    case EARLIEST -> OffsetsInitializer.earliest();
                    case LATEST -> OffsetsInitializer.latest();
                    case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
                    case TIME -> OffsetsInitializer.timestamp(time.toEpochMilli());
                });
    }
}
