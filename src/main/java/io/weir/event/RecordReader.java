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
    private static final String BATCH = "records";
    private static final int MOST_KEYS_SHOWN = 12;
    private static final int LONGEST_KEYS_SHOWN = 160;

    /** Jackson would tell an encoding by as many. */
    private static final int ENOUGH_TO_TELL = 4;

    private final JsonFactory factory;
    private final DecodeLimits limits;
    private final List<EventShape> shapes;
    private final byte[] record;
    private final Stamp transport;
    private final boolean inBatch;
    private final List<Event> events = new ArrayList<>(1);
    private final List<Undecodable> undecodable = new ArrayList<>(0);

    /** Up to where the record is accounted for. */
    private int done;

    RecordReader(JsonFactory factory, DecodeLimits limits, List<EventShape> shapes, byte[] record, Stamp transport) {
        this(factory, limits, shapes, record, transport, false);
    }

    private RecordReader(
            JsonFactory factory,
            DecodeLimits limits,
            List<EventShape> shapes,
            byte[] record,
            Stamp transport,
            boolean inBatch) {
        this.factory = factory;
        this.limits = limits;
        this.shapes = shapes;
        this.record = record;
        this.transport = transport;
        this.inBatch = inBatch;
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

    private void judge(JsonObject object, Optional<String> excess, byte[] bytes) throws IOException {
        var shape = excess.isPresent()
                ? Optional.<EventShape>empty()
                : shapes.stream().filter(candidate -> candidate.fits(object)).findFirst();
        if (shape.isPresent()) {
            accept(shape.get().read(object), bytes);
        } else if (inBatch || !readBatch(bytes)) {
            reject(excess.map(RecordReader::tooLarge).orElseGet(() -> unknown(object)), bytes);
        }
    }

    private static String tooLarge(String excess) {
        return "found an object with %s, expected at most that".formatted(excess);
    }

    /**
     * Reads the events of an object that holds them in an array {@code records}, if it does. A batch is larger than any event may be and is
     * no event, so that this is asked last.
     */
    private boolean readBatch(byte[] bytes) throws IOException {
        try (var parser = factory.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(BATCH)) {
                    var batch = new RecordReader(factory, limits, shapes, bytes, transport, true);
                    batch.readArray(parser);
                    events.addAll(batch.events);
                    undecodable.addAll(batch.undecodable);
                    return true;
                }
                parser.skipChildren();
            }
        }
        return false;
    }

    private void accept(EventShape.Reading reading, byte[] bytes) {
        events.add(new JsonEvent(reading, bytes, transport));
    }

    private void reject(String reason, byte[] bytes) {
        undecodable.add(new Undecodable(reason, bytes));
    }

    private String unknown(JsonObject object) {
        var keys = object.names().stream().limit(MOST_KEYS_SHOWN).collect(Collectors.joining(", "));
        var signatures = shapes.stream().map(EventShape::signature).distinct().collect(Collectors.joining("; or "));
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
