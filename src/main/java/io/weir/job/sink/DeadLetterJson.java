package io.weir.job.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.job.source.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A dead letter as it goes out: {@code {"reason":…,"source":{"topic":…,"partition":…,"offset":…,"index":…},"bytes":"<base64>"}}, of a file
 * {@code "source":{"file":…,"line":…,"index":…}}, of a version of the rules {@code "source":{"rules":…}}; where bytes are left out, {@code "size"} says how many there were.
 */
public final class DeadLetterJson {

    /** In the source of a letter about a version of the rules, the file that has it. */
    static final String RULES = "rules";

    private static final JsonFactory JSON = new JsonFactory();

    private DeadLetterJson() {}

    /** The record for a destination, keyed by where the bytes stood: delivered twice, it is still one letter. */
    public static OutboundRecord outbound(DeadLetter letter) {
        return OutboundRecord.of(letter.from() + "#" + letter.from().index(), line(letter));
    }

    static byte[] line(DeadLetter letter) {
        var bytes = new ByteArrayOutputStream(128 + 2 * letter.bytes().length);
        try (var json = JSON.createGenerator(bytes)) {
            write(letter, json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DeadLetter letter, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", letter.reason());
        json.writeObjectFieldStart("source");
        write(letter.from(), json);
        json.writeEndObject();
        json.writeBinaryField("bytes", letter.bytes());
        if (letter.size() > letter.bytes().length) {
            json.writeNumberField("size", letter.size());
        }
        json.writeEndObject();
    }

    private static void write(Coordinates from, JsonGenerator json) throws IOException {
        if (from.isRules()) {
            json.writeStringField(RULES, from.place());
            return;
        }
        if (from.isLine()) {
            json.writeStringField("file", from.place());
            json.writeNumberField("line", from.number());
        } else {
            json.writeStringField("topic", from.place());
            json.writeNumberField("partition", from.partition());
            json.writeNumberField("offset", from.number());
        }
        json.writeNumberField("index", from.index());
    }
}
