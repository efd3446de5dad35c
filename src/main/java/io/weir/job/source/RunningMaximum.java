package io.weir.job.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** The watermark of one partition: the latest time that any of its events is a witness of, less the disorder. Events without a time don't move it. */
final class RunningMaximum implements WatermarkGenerator<Telemetry> {

    private final long disorder;
    private long latest = TimestampAssigner.NO_TIMESTAMP;

    RunningMaximum(Duration disorder) {
        this.disorder = disorder.toMillis();
    }

    @Override
    public void onEvent(Telemetry telemetry, long timestamp, WatermarkOutput output) {
        if (telemetry instanceof Telemetry.Decoded decoded) {
            latest = Math.max(latest, EventClock.witnessed(decoded.event()));
        }
    }

    // One less, because a watermark says that nothing of its own time comes any more.
    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (latest >= Long.MIN_VALUE + disorder + 1 && latest != TimestampAssigner.NO_TIMESTAMP) {
            output.emitWatermark(new Watermark(latest - disorder - 1));
        }
    }
}
