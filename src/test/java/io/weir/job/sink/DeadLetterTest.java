package io.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Undecodable;
import io.weir.job.codec.Codec;
import io.weir.job.codec.CodecLaws;
import io.weir.job.codec.RandomValues;
import io.weir.job.source.Coordinates;
import io.weir.job.source.Telemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final DeadLetter OF_A_TOPIC =
            new DeadLetter("no \"event\"", new Coordinates("telemetry", 3, 4711, 2), new byte[] {1, 2, 3}, 3);

    @Test
    void ofATopicItSaysPartitionAndOffset() {
        assertThat(line(OF_A_TOPIC)).isEqualTo("""
                        {"reason":"no \\"event\\"",\
                        "source":{"topic":"telemetry","partition":3,"offset":4711,"index":2},\
                        "bytes":"AQID"}""");
    }

    @Test
    void ofAFileItSaysTheLine() {
        var letter = new DeadLetter("no event", Coordinates.ofLine("/in/a.json", 7), new byte[0], 0);
        assertThat(line(letter)).isEqualTo("""
                        {"reason":"no event","source":{"file":"/in/a.json","line":7,"index":0},"bytes":""}""");
    }

    @Test
    void ofAVersionOfTheRulesItSaysTheFileAndIsNoTelemetryToPutThroughAgain() throws IOException {
        var letter = DeadLetter.ofRules("refused", "s3://rules/81c2.zip");

        assertThat(line(letter)).isEqualTo("""
                        {"reason":"refused","source":{"rules":"s3://rules/81c2.zip"},"bytes":""}""");
        assertThat(DeadLetterJson.outbound(letter).id()).isEqualTo("s3://rules/81c2.zip#0");
        assertThat(DeadLetterReader.read(DeadLetterJson.line(letter)).isTelemetry())
                .isFalse();
        assertThat(DeadLetterReader.read(DeadLetterJson.line(OF_A_TOPIC)).isTelemetry())
                .isTrue();
    }

    @Test
    void halfACharacterIsNoReasonToFail() {
        var letter = new DeadLetter("half \ud800 of one", Coordinates.ofLine("a", 1), new byte[0], 0);
        assertThat(line(letter)).startsWith("{\"reason\":\"half \\uD800 of one\"");
    }

    @Test
    void deliveredTwiceItHasOneKey() {
        assertThat(DeadLetterJson.outbound(OF_A_TOPIC).id()).isEqualTo("telemetry/3/4711#2");
    }

    @Test
    void aHugeOneIsCutToWhatABrokerTakesAndSaysHowMuchThereWas() {
        var undecodable = new Undecodable("too long", new byte[3 << 20]);
        var letter = DeadLetter.of(new Telemetry.Unread(undecodable, Coordinates.ofRecord("t", 0, 0)));
        assertThat(DeadLetterJson.line(letter)).hasSizeLessThan(1_000_000);
        assertThat(line(letter)).endsWith("\",\"size\":3145728}");
    }

    @Test
    void reasonsAreToldApartUpToABound() {
        var reasons = new DistinctReasons();
        assertThat(reasons.isNew("a")).isTrue();
        assertThat(reasons.isNew("a")).isFalse();
        for (int i = 0; i < 5_000; i++) {
            reasons.isNew("made up " + i);
        }
        assertThat(reasons.counts())
                .hasSize(1_001)
                .containsEntry("a", 2L)
                .containsEntry(DistinctReasons.OTHERS, 4_001L);
    }

    private static String line(DeadLetter letter) {
        return new String(DeadLetterJson.line(letter), StandardCharsets.UTF_8);
    }

    @Nested
    class Laws extends CodecLaws<DeadLetter> {

        @Override
        protected Codec<DeadLetter> codec() {
            return new DeadLetterCodec();
        }

        @Override
        protected Class<DeadLetter> type() {
            return DeadLetter.class;
        }

        @Override
        protected DeadLetter random(RandomValues random) {
            var from = new Coordinates(random.text(), random.below(9), random.number(), random.below(9));
            return new DeadLetter(random.text(), from, random.bytes(), random.number());
        }

        @Override
        protected DeadLetter golden() {
            return OF_A_TOPIC;
        }

        @Override
        protected Object comparable(DeadLetter letter) {
            return List.of(letter.reason(), letter.from(), Arrays.toString(letter.bytes()), letter.size());
        }

        @Override
        protected String goldenBytesOfVersion1() {
            return "ARRubyAiZXZlbnQiARJ0ZWxlbWV0cnkAAAADAAAAAAAAEmcAAAACAwECAwAAAAAAAAAD";
        }
    }
}
