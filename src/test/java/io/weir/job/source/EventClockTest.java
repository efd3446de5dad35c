package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.event.Undecodable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventClockTest {

    private static final Coordinates FROM = Coordinates.ofRecord("t", 0, 0);

    private final RunningMaximum generator = new RunningMaximum(Duration.ofSeconds(150));
    private final List<Watermark> emitted = new ArrayList<>();

    @Test
    void theWatermarkIsTheLatestTimeLessTheDisorder() {
        observe("2020-03-01T12:05:00Z", "");
        observe("2020-03-01T12:00:00Z", "");
        assertThat(watermark()).isEqualTo(millis("2020-03-01T12:02:30Z") - 1);
    }

    @Test
    void aClockThatGoesAheadCountsNoFurtherThanTheArrival() {
        observe("2031-01-01T00:00:00Z", "2020-03-01T12:05:00Z");
        assertThat(watermark()).isEqualTo(millis("2020-03-01T12:02:30Z") - 1);
    }

    @Test
    void anEventThatArrivesLateDoesNotMoveTheWatermarkToItsArrival() {
        observe("2020-03-01T12:05:00Z", "2020-03-09T00:00:00Z");
        assertThat(watermark()).isEqualTo(millis("2020-03-01T12:02:30Z") - 1);
    }

    @Test
    void whatHasNoTimeDoesNotMoveIt() {
        observe("", "2020-03-01T12:05:00Z");
        generator.onEvent(new Telemetry.Unread(new Undecodable("no event", new byte[0]), FROM), 0, output());
        assertThat(emitted()).isEmpty();
    }

    @Test
    void aTimeIsCountedInWholeMillisecondsRoundedDown() {
        assertThat(EventClock.millis(new Stamp(-100, 1))).isEqualTo(-1);
        assertThat(EventClock.millis(event("2020-03-01T12:00:00.123999Z", "")))
                .isEqualTo(millis("2020-03-01T12:00:00.123Z"));
    }

    @Test
    void whatHasNoTimeHasNoTimestamp() {
        assertThat(EventClock.millis(event("", ""))).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
    }

    private void observe(String time, String arrival) {
        generator.onEvent(event(time, arrival), 0, output());
    }

    private static Telemetry event(String time, String arrival) {
        var transport = arrival.isEmpty() ? Stamp.NONE : Stamp.ofMillis(millis(arrival));
        var bytes = Samples.bytes(Samples.event("ws-7", 1, time));
        return new Telemetry.Decoded(
                EventDecoder.standard().decode(bytes, transport).events().get(0), FROM);
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private long watermark() {
        return emitted().get(0).getTimestamp();
    }

    private List<Watermark> emitted() {
        generator.onPeriodicEmit(output());
        return emitted;
    }

    private WatermarkOutput output() {
        return new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                emitted.add(watermark);
            }

            @Override
            public void markIdle() {
                throw new AssertionError("the strategy marks idle partitions");
            }

            @Override
            public void markActive() {
                throw new AssertionError("the strategy marks active partitions");
            }
        };
    }
}
