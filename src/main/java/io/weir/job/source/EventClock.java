package io.weir.job.source;

import io.weir.event.Event;
import io.weir.event.Stamp;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time as the stream sees it (design, "Time"), in milliseconds since the epoch. */
public final class EventClock {

    private static final int MICROS_A_MILLISECOND = 1_000;

    private EventClock() {}

    /**
     * The time of what leaves a source: that of its event.
     *
     * @return milliseconds, rounded down; {@link TimestampAssigner#NO_TIMESTAMP} where no time is known
     */
    public static long millis(Telemetry telemetry) {
        return telemetry instanceof Telemetry.Decoded decoded
                ? millis(decoded.event().time())
                : TimestampAssigner.NO_TIMESTAMP;
    }

    static long millis(Stamp time) {
        return time.isKnown() ? Math.floorDiv(time.micros(), MICROS_A_MILLISECOND) : TimestampAssigner.NO_TIMESTAMP;
    }

    /**
     * For topics: a watermark for each partition.
     *
     * @param disorder how far events of one partition may lie apart from their order
     * @param idle after how long without a record, by the wall clock, a partition no longer holds the others
     * @param align how far one partition may be ahead of the others, or zero for as far as it gets
     */
    static WatermarkStrategy<Telemetry> live(Duration disorder, Duration idle, Duration align) {
        var strategy = WatermarkStrategy.<Telemetry>forGenerator(
                        context -> new RunningMaximum(disorder, idle, InstantSource.system()))
                .withTimestampAssigner((telemetry, transport) -> millis(telemetry))
                .withIdleness(idle);
        return align.isZero() ? strategy : strategy.withWatermarkAlignment("telemetry", align);
    }

    /** For files, which are often exported channel by channel: no watermark before the end. */
    static WatermarkStrategy<Telemetry> atTheEnd() {
        return WatermarkStrategy.<Telemetry>noWatermarks()
                .withTimestampAssigner((telemetry, transport) -> millis(telemetry));
    }

    /** What an event says of the present: its time, but nothing later than its arrival; a host's clock is not ours to trust. */
    static long witnessed(Event event) {
        return event.time().isKnown() && event.arrival().isKnown()
                ? Math.min(millis(event.time()), millis(event.arrival()))
                : millis(event.time());
    }
}
