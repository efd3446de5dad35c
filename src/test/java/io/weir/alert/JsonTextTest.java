package io.weir.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.StringWriter;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {

    private static final int SEEDS = 200;
    private static final int LONGEST = 40;

    @Test
    void putsCommasBetweenValuesAndNowhereElse() {
        var json = new JsonText();
        json.beginObject();
        json.field("a", "[");
        json.name("b");
        json.beginArray();
        json.value("{");
        json.beginObject();
        json.endObject();
        json.beginArray();
        json.endArray();
        json.raw("null");
        json.endArray();
        json.name("c");
        json.raw("true");
        json.endObject();

        assertThat(json).hasToString("{\"a\":\"[\",\"b\":[\"{\",{},[],null],\"c\":true}");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void escapesAsJacksonDoes(long seed) throws Exception {
        var text = text(new Random(seed));
        var expected = new StringWriter();
        try (var json = new JsonFactory().createGenerator(expected)) {
            json.writeStartObject();
            json.writeStringField(text, text);
            json.writeEndObject();
        }
        var json = new JsonText();
        json.beginObject();
        json.field(text, text);
        json.endObject();

        assertThat(json).hasToString(expected.toString());
    }

    /** Of all that is escaped somewhere, unpaired surrogates and plain letters. */
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(LONGEST); left > 0; left--) {
            text.append((char)
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> "\"\\/\u007f\u2028".charAt(random.nextInt(5));
                        case 2 -> random.nextInt(0x10000);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }
}
