package io.weir.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes a record apart into the steps of its layout, and makes of it the record of {@link StandIns} that tells where its fields are. Only of
 * records that have been read: of their JSON nothing is checked.
 */
final class LayoutReader {

    /** Records with more values have no layout: they would fill the memory for layouts. Windows' largest events have some hundred. */
    private static final int MOST_VALUES = 512;

    private final byte[] record;
    private final List<LayoutStep> steps = new ArrayList<>();
    private int at;

    /** Up to where the record is in steps and values. */
    private int done;

    private boolean odd;

    private LayoutReader(byte[] record) {
        this.record = record;
    }

    /**
     * A layout taken apart.
     *
     * @param steps the last is the record's end
     */
    record Parts(List<LayoutStep> steps, JsonObject standIns) {
        /** How many values there are. */
        int values() {
            return steps.size() - 1;
        }
    }

    /** The parts of a record that is one JSON object, or none where something about it is too odd. */
    static Optional<Parts> read(byte[] record) {
        return new LayoutReader(record).read();
    }

    private Optional<Parts> read() {
        if (record[0] != '{') {
            return Optional.empty();
        }
        var object = object();
        step(LayoutStep.Follows.END);
        return odd ? Optional.empty() : Optional.of(new Parts(steps, object));
    }

    private JsonObject object() {
        var object = JsonObject.empty();
        at++;
        for (skipBlanks(); !odd && record[at] != '}'; skipBlanks()) {
            if (record[at] == ',') {
                at++;
                skipBlanks();
            }
            var name = name();
            skipBlanks();
            at++; // the colon
            object.add(name, value());
        }
        at++;
        return object;
    }

    private String name() {
        int from = at + 1;
        long end = JsonText.end(record, from);
        if (end >>> Integer.SIZE != 0) { // escapes, or characters beyond ASCII: no field of Windows has such a name
            odd = true;
            return "";
        }
        at = (int) end + 1;
        return new String(record, from, at - 1 - from, StandardCharsets.ISO_8859_1);
    }

    private Json value() {
        skipBlanks();
        odd |= steps.size() >= MOST_VALUES;
        return odd ? Json.Leaf.NULL : evenValue();
    }

    private Json evenValue() {
        return switch (record[at]) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 'n' -> nothing();
            default -> bare();
        };
    }

    private Json array() {
        var elements = new ArrayList<Json>();
        at++;
        for (skipBlanks(); !odd && record[at] != ']'; skipBlanks()) {
            if (record[at] == ',') {
                at++;
            }
            elements.add(value());
        }
        at++;
        return new Json.Array(elements);
    }

    private Json text() {
        at++;
        step(LayoutStep.Follows.TEXT);
        long end = JsonText.end(record, at);
        odd |= end == JsonText.ODD;
        done = odd ? at : (int) end;
        at = done + 1;
        return StandIns.of(steps.size() - 1);
    }

    private Json nothing() {
        at += "null".length();
        return Json.Leaf.NULL;
    }

    private Json bare() {
        step(LayoutStep.Follows.BARE);
        int end = BareText.end(record, at);
        odd |= end < 0;
        done = odd ? at : end;
        at = done;
        return StandIns.of(steps.size() - 1);
    }

    private void step(LayoutStep.Follows follows) {
        steps.add(new LayoutStep(Arrays.copyOfRange(record, done, at), follows));
    }

    private void skipBlanks() {
        while (!odd && isBlank(record[at])) {
            at++;
        }
    }

    /** White space as JSON has it. */
    static boolean isBlank(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
