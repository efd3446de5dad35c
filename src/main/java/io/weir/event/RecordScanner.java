package io.weir.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of known layouts: it compares what stands between values, and looks for where values end. What it takes, the parser takes, too,
 * and reads alike; all else is the parser's.
 */
final class RecordScanner {

    private final Layouts layouts;
    private final WholeRecord parser;

    RecordScanner(Layouts layouts, WholeRecord parser) {
        this.layouts = layouts;
        this.parser = parser;
    }

    /** Reads a record that is one event, with all that is in it. */
    interface WholeRecord {
        Event read(byte[] record, Stamp transport);
    }

    /** The event of a record that is just one, of a known layout; else null. */
    @Nullable
    ScannedEvent scan(byte[] whole, Stamp transport) {
        byte[] record = withoutBlanks(whole);
        var walk = new LayoutWalk(record, layouts.all());
        var layout = walk.toEnd();
        if (layout == null) {
            return null;
        }
        var event = new ScannedEvent(this, record, layout, walk, transport);
        walk.leave(event);
        return event;
    }

    /** What lines of a file leave around a record, as the return of Windows' line ends, is no part of the event. */
    private static byte[] withoutBlanks(byte[] record) {
        int from = 0;
        int to = record.length;
        while (to > 0 && LayoutReader.isBlank(record[to - 1])) {
            to--;
        }
        while (from < to && LayoutReader.isBlank(record[from])) {
            from++;
        }
        return to - from == record.length ? record : Arrays.copyOfRange(record, from, to);
    }

    /** What the parser makes of a record that was scanned: one event. */
    Event whole(byte[] record, Stamp transport) {
        return parser.read(record, transport);
    }
}
