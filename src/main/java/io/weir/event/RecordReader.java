package io.weir.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads one record. What was read whole stands, whatever comes after it; from where the JSON breaks to the record's end is one part that
 * cannot be read.
 */
final class RecordReader {

    private static final String EXPECTED = "expected a JSON object, or an array of them";
    private static final int MOST_KEYS_SHOWN = 12;
    private static final int LONGEST_KEYS_SHOWN = 160;

    /** Jackson would tell an encoding by as many. */
    private static final int ENOUGH_TO_TELL = 4;

    private final JsonFactory factory;
    private final DecodeLimits limits;
    private final List<EventShape> shapes;
    private final byte[] record;
    private final Stamp transport;
    private final List<Event> events = new ArrayList<>(1);
    private final List<Undecodable> undecodable = new ArrayList<>(0);

    /** Up to where the record is accounted for. */
    private int done;

    RecordReader(JsonFactory factory, DecodeLimits limits, List<EventShape> shapes, byte[] record, Stamp transport) {
        this.factory = factory;
        this.limits = limits;
        this.shapes = shapes;
        this.record = record;
        this.transport = transport;
    }

    EventDecoder.Decoded read() {
        if (record.length > limits.bytes()) {
            rejectRest("found a record of %d bytes, expected at most %d".formatted(record.length, limits.bytes()));
        } else if (areWide(record)) {
            rejectRest("found zeros at the beginning or the mark of UTF-16, expected UTF-8");
        } else {
            parse();
        }
        return new EventDecoder.Decoded(events, undecodable);
    }

    private void parse() {
        try (var parser = factory.createParser(record)) {
            readDocument(parser);
            if (done < record.length && parser.nextToken() != null) {
                rejectRest(
                        "found more JSON behind the first document, expected the record's end: put several events into an array");
            }
        } catch (IOException e) {
            rejectRest(JsonErrors.describe(e));
        }
    }

    private void readDocument(JsonParser parser) throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            rejectRest("found an empty record, " + EXPECTED);
        } else if (token == JsonToken.START_ARRAY) {
            readArray(parser);
        } else {
            readElement(parser, EXPECTED);
        }
    }

    private void readArray(JsonParser parser) throws IOException {
        var elements = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements == limits.events()) {
                rejectRest("found an array of more than %d events, expected at most that".formatted(limits.events()));
                return;
            }
            readElement(parser, "expected a JSON object");
            elements++;
        }
        if (elements == 0) {
            rejectRest("found an empty array, expected events in it");
        }
        done = Math.max(done, end(parser));
    }

    private void readElement(JsonParser parser, String expected) throws IOException {
        var from = (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var tree = new JsonTree(parser, limits);
            var object = tree.readObject();
            done = end(parser);
            judge(object, tree.excess(), slice(from, done));
        } else {
            var found = JsonErrors.describe(parser.currentToken());
            parser.skipChildren();
            parser.finishToken();
            done = end(parser);
            reject("found %s, %s".formatted(found, expected), slice(from, done));
        }
    }

    private void judge(JsonObject object, Optional<String> excess, byte[] bytes) {
        if (excess.isPresent()) {
            reject("found an object with %s, expected at most that".formatted(excess.get()), bytes);
        } else {
            shapes.stream()
                    .filter(shape -> shape.fits(object))
                    .findFirst()
                    .ifPresentOrElse(shape -> accept(shape.read(object), bytes), () -> reject(unknown(object), bytes));
        }
    }

    private void accept(EventShape.Reading reading, byte[] bytes) {
        events.add(new JsonEvent(reading, bytes, transport));
    }

    private void reject(String reason, byte[] bytes) {
        undecodable.add(new Undecodable(reason, bytes));
    }

    private String unknown(JsonObject object) {
        var keys = object.names().stream().limit(MOST_KEYS_SHOWN).collect(Collectors.joining(", "));
        var signatures = shapes.stream().map(EventShape::signature).collect(Collectors.joining("; or "));
        var found = object.names().isEmpty() ? "an empty object" : "an object with the keys " + shortened(keys);
        return "found %s, expected %s".formatted(found, signatures);
    }

    private static String shortened(String keys) {
        return keys.length() <= LONGEST_KEYS_SHOWN ? keys : keys.substring(0, LONGEST_KEYS_SHOWN) + "…";
    }

    private void rejectRest(String reason) {
        reject(reason, slice(done, record.length));
        done = record.length;
    }

    private int end(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    private byte[] slice(int from, int to) {
        return from == 0 && to == record.length ? record : Arrays.copyOfRange(record, from, to);
    }

    /** Whether the text is in UTF-16 or UTF-32: its mark, or the zeros of ASCII characters in it, are among the first bytes. */
    private static boolean areWide(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE) {
            return true;
        }
        for (var i = 0; i < Math.min(ENOUGH_TO_TELL, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
