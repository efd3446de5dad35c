package io.weir.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one record of event XML: an {@code Event}, several, or several between the tags of a root {@code Events}, of which a piece cut from a
 * larger file may have only one. As with JSON, what was read whole stands, and from where the XML breaks to the record's end is one part
 * that cannot be read.
 */
final class XmlRecordReader {

    private static final String ROOT = "Events";
    private static final String EXPECTED = "expected <Event> with <System> in it";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final DecodeLimits limits;
    private final byte[] record;
    private final Stamp transport;
    private final XmlTokens tokens;
    private final List<Event> events = new ArrayList<>(1);
    private final List<Undecodable> undecodable = new ArrayList<>(0);

    /** Up to where the record is accounted for. */
    private int done;

    XmlRecordReader(DecodeLimits limits, byte[] record, Stamp transport) {
        this.limits = limits;
        this.record = record;
        this.transport = transport;
        this.tokens = new XmlTokens(record, start(record));
    }

    /** Whether the first character that is no blank opens a tag. */
    static boolean isXml(byte[] record) {
        var at = start(record);
        while (at < record.length
                && (record[at] == ' ' || record[at] == '\n' || record[at] == '\r' || record[at] == '\t')) {
            at++;
        }
        return at < record.length && record[at] == '<';
    }

    private static int start(byte[] record) {
        return record.length >= MARK.length && Arrays.equals(record, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
    }

    EventDecoder.Decoded read() {
        try {
            var token = tokens.next();
            while (token != XmlTokens.Token.END) {
                readNext(token);
                token = tokens.next();
            }
            if (events.isEmpty() && undecodable.isEmpty()) {
                throw new XmlBroken("found no event, " + EXPECTED);
            }
        } catch (XmlBroken e) {
            reject(e.reason(), Arrays.copyOfRange(record, done, record.length));
        }
        return new EventDecoder.Decoded(events, undecodable);
    }

    private void readNext(XmlTokens.Token token) throws XmlBroken {
        switch (token) {
            case OPEN, EMPTY -> readElement(token);
            case CLOSE -> readEnd();
            case TEXT -> readText();
            case END -> throw new IllegalStateException("nothing is left");
        }
    }

    private void readText() throws XmlBroken {
        if (!tokens.text().isBlank()) {
            throw new XmlBroken("found text between events, " + EXPECTED);
        }
    }

    private void readEnd() throws XmlBroken {
        if (!tokens.name().equals(ROOT)) {
            throw new XmlBroken("found </%s>, %s".formatted(tokens.name(), EXPECTED));
        }
        done = tokens.at();
    }

    private void readElement(XmlTokens.Token tag) throws XmlBroken {
        if (tokens.name().equals(ROOT)) {
            done = tokens.at();
            return;
        }
        if (events.size() + undecodable.size() == limits.events()) {
            throw new XmlBroken("found more than %d events, expected at most that".formatted(limits.events()));
        }
        var from = tokens.from();
        var name = tokens.name();
        var tree = new XmlTree(tokens, limits);
        var element = tree.readElement(tag);
        done = tokens.at();
        judge(name, element, tree, slice(from, done));
    }

    private void judge(String name, Json element, XmlTree tree, byte[] bytes) {
        if (tree.excess().isPresent()) {
            reject(
                    "found an element with %s, expected at most that"
                            .formatted(tree.excess().get()),
                    bytes);
        } else if (!isUtf8(bytes)) {
            reject("found bytes that are no UTF-8, expected UTF-8", bytes);
        } else {
            XmlShape.read(object(name, element))
                    .ifPresentOrElse(
                            reading -> events.add(new JsonEvent(reading, bytes, transport)),
                            () -> reject("found <%s>, %s".formatted(name, EXPECTED), bytes));
        }
    }

    private static JsonObject object(String name, Json element) {
        var object = JsonObject.empty();
        object.add(name, element);
        return object;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void reject(String reason, byte[] bytes) {
        undecodable.add(new Undecodable(reason, bytes));
    }

    private byte[] slice(int from, int to) {
        return from == 0 && to == record.length ? record : Arrays.copyOfRange(record, from, to);
    }
}
