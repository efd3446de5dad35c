package io.weir.job.source;

import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.event.Undecodable;
import io.weir.job.codec.Codec;
import io.weir.job.codec.CodecLaws;
import io.weir.job.codec.RandomValues;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The laws, for what leaves a source. */
class SourceCodecTest {

    private static final Coordinates FROM = new Coordinates("telemetry", 3, 4711, 2);

    private static Coordinates coordinates(RandomValues random) {
        return new Coordinates(random.text(), random.below(9) - 1, random.number(), random.below(100));
    }

    @Nested
    class CoordinatesLaws extends CodecLaws<Coordinates> {

        @Override
        protected Codec<Coordinates> codec() {
            return new CoordinatesCodec();
        }

        @Override
        protected Class<Coordinates> type() {
            return Coordinates.class;
        }

        @Override
        protected Coordinates random(RandomValues random) {
            return coordinates(random);
        }

        @Override
        protected Coordinates golden() {
            return FROM;
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "ARJ0ZWxlbWV0cnkAAAADAAAAAAAAEmcAAAAC";
        }
    }

    abstract static class TelemetryLaws extends CodecLaws<Telemetry> {

        @Override
        protected Codec<Telemetry> codec() {
            return new TelemetryCodec();
        }

        @Override
        protected Class<Telemetry> type() {
            return Telemetry.class;
        }
    }

    @Nested
    class UnreadLaws extends TelemetryLaws {

        @Override
        protected Telemetry random(RandomValues random) {
            return new Telemetry.Unread(new Undecodable(random.text(), random.bytes()), coordinates(random));
        }

        @Override
        protected Telemetry golden() {
            return new Telemetry.Unread(new Undecodable("no event", new byte[] {1, 2, 3}), FROM);
        }

        @Override
        protected Object comparable(Telemetry telemetry) {
            var undecodable = ((Telemetry.Unread) telemetry).undecodable();
            return List.of(telemetry.from(), undecodable.reason(), Arrays.toString(undecodable.bytes()));
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQESdGVsZW1ldHJ5AAAAAwAAAAAAABJnAAAAAgIQbm8gZXZlbnQDAQID";
        }
    }

    @Nested
    class DecodedLaws extends TelemetryLaws {

        @Override
        protected Telemetry random(RandomValues random) {
            var time = "2020-03-%02dT12:00:00.%06dZ".formatted(1 + random.below(28), random.below(1_000_000));
            var host = "ws-" + random.below(100);
            return decoded(
                    Samples.event(host, random.below(1_000), time), random.below(1_000_000), coordinates(random));
        }

        private static Telemetry decoded(String event, long arrival, Coordinates from) {
            var decoded = EventDecoder.standard().decode(Samples.bytes(event), Stamp.ofMillis(arrival));
            return new Telemetry.Decoded(decoded.events().get(0), from);
        }

        @Override
        protected Telemetry golden() {
            return decoded(Samples.event(1), 1_583_020_800_123L, FROM);
        }

        @Override
        protected Object comparable(Telemetry telemetry) {
            var event = ((Telemetry.Decoded) telemetry).event();
            return List.of(
                    telemetry.from(),
                    event.fields(),
                    event.identity(),
                    event.time(),
                    event.arrival(),
                    event.host(),
                    Arrays.toString(event.bytes()));
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "AQESdGVsZW1ldHJ5AAAAAwAAAAAAABJnAAAAAgEBAAWfv8B2oHgAAAAAAAAD6MgCeyJFdmVudCI6eyJTeXN0ZW0iOnsiUHJvdmlkZXIiOnsiI2"
                    + "F0dHJpYnV0ZXMiOnsiTmFtZSI6Ik1pY3Jvc29mdC1XaW5kb3dzLVN5c21vbiJ9fSwiRXZlbnRJRCI6MSwiVGltZUNyZWF0ZWQiOnsiI2F0dHJp"
                    + "YnV0ZXMiOnsiU3lzdGVtVGltZSI6IjIwMjAtMDMtMDFUMTI6MDA6MDAuMDAwMDAwWiJ9fSwiRXZlbnRSZWNvcmRJRCI6MSwiQ2hhbm5lbCI6Ik"
                    + "1pY3Jvc29mdC1XaW5kb3dzLVN5c21vbi9PcGVyYXRpb25hbCIsIkNvbXB1dGVyIjoid3MtNy5jb3JwLmV4YW1wbGUifSwiRXZlbnREYXRhIjp7"
                    + "IkltYWdlIjoiQzpcXFdpbmRvd3NcXFN5c3RlbTMyXFxleHBhbmQuZXhlIn19fQ==";
        }
    }
}
