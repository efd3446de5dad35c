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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventClockTest {

    private static final Coordinates FROM = Coordinates.ofRecord("t", 0, 0);

    private static final Duration IDLE = Duration.ofSeconds(60);

    private Instant now = Instant.parse("2020-03-10T00:00:00Z");
    private final RunningMaximum generator = new RunningMaximum(Duration.ofSeconds(150), IDLE, () -> now);
    private final List<Watermark> emitted = new ArrayList<>();
    private int idle;

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

    /** Winlogbeat runs on the host, and says when it read an event by the host's clock. */
    @ParameterizedTest
    @CsvSource({"2031-01-01T00:00:03Z, 2031-01-01T00:00:00Z", "2031-01-01T00:00:00Z, ''", "2020-03-10T00:05:01Z, ''"})
    void whatSaysThatItCameInTheFutureIsNoWitness(String created, String arrival) {
        observe("2020-03-01T12:05:00Z", "");
        generator.onEvent(beat("2031-01-01T00:00:00Z", created, arrival), 0, output());
        assertThat(watermark()).isEqualTo(millis("2020-03-01T12:02:30Z") - 1);
    }

    @Test
    void wherePartitionsHaveNothingElseTheyDoNotHoldTheOthers() {
        observe("2020-03-01T12:05:00Z", "");
        observe("2031-01-01T00:00:00Z", "");
        now = now.plus(IDLE);
        assertThat(emitted()).hasSize(1);
        assertThat(idle).isZero();

        now = now.plusMillis(1);
        observe("2031-01-01T00:01:00Z", "");
        assertThat(emitted()).hasSize(1);
        assertThat(idle).isOne();

        observe("2020-03-01T12:06:00Z", "");
        assertThat(emitted()).hasSize(2);
        assertThat(idle).isOne();
    }

    @Test
    void aClockThatIsLittleAheadOfOursIsAWitness() {
        observe("2020-03-10T00:05:00Z", "");
        assertThat(watermark()).isEqualTo(millis("2020-03-10T00:02:30Z") - 1);
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
        return decoded(Samples.bytes(Samples.event("ws-7", 1, time)), arrival);
    }

    private static Telemetry beat(String time, String created, String arrival) {
        return decoded(Samples.bytes("""
                        {"@timestamp":"%s","event":{"created":"%s"},"winlog":{"event_id":"1","channel":"Security"}}\
                        """.formatted(time, created)), arrival);
    }

    private static Telemetry decoded(byte[] bytes, String arrival) {
        var transport = arrival.isEmpty() ? Stamp.NONE : Stamp.ofMillis(millis(arrival));
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
                idle++;
            }

            @Override
            public void markActive() {
                throw new AssertionError("the strategy marks active partitions");
            }
        };
    }
}
