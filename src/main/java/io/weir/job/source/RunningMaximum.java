package io.weir.job.source;

import io.weir.correlate.Horizons;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of one partition: the latest time that any of its events is a witness of, less the disorder. Events without a time don't move it, and neither do those that
 * say that they were received in the future: a collector on the host has the host's clock, and after one such event all others would come too late, for years.
 */
final class RunningMaximum implements WatermarkGenerator<Telemetry> {

    private static final long TOLERANCE = Horizons.CLOCK_TOLERANCE.toMillis();
    private static final long NEVER = Long.MAX_VALUE;

    private final long disorder;
    private final long idle;
    private final InstantSource clock;
    private long latest = TimestampAssigner.NO_TIMESTAMP;

    /** Since when nothing came but from the future. */
    private long ahead = NEVER;

    /**
     * A watermark before the first event.
     *
     * @param idle after so much time in which all that came was from the future, the partition no longer holds the others
     * @param clock of the machine that reads
     */
    RunningMaximum(Duration disorder, Duration idle, InstantSource clock) {
        this.disorder = disorder.toMillis();
        this.idle = idle.toMillis();
        this.clock = clock;
    }

    @Override
    public void onEvent(Telemetry telemetry, long timestamp, WatermarkOutput output) {
        if (telemetry instanceof Telemetry.Decoded decoded) {
            witness(EventClock.witnessed(decoded.event()), clock.millis());
        }
    }

    private void witness(long time, long now) {
        if (time > now + TOLERANCE) {
            ahead = Math.min(ahead, now);
        } else {
            ahead = NEVER;
            latest = Math.max(latest, time);
        }
    }

    // One less, because a watermark says that nothing of its own time comes any more.
    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (ahead != NEVER && clock.millis() - ahead > idle) {
            output.markIdle();
        } else if (latest >= Long.MIN_VALUE + disorder + 1 && latest != TimestampAssigner.NO_TIMESTAMP) {
            output.emitWatermark(new Watermark(latest - disorder - 1));
        }
    }
}
