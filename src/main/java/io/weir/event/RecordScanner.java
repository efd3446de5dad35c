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
    ScannedEvent scan(byte[] record, Stamp transport) {
        var run = layouts.all();
        int[] spans = {};
        int slot = 0;
        int at = 0;
        int traits = 0;
        while (true) {
            run = run.after(record, at);
            if (run == null) {
                return null;
            }
            if (spans.length < 2 * (slot + run.most())) {
                spans = Arrays.copyOf(spans, 2 * (slot + run.most()));
            }
            for (int step = 0; step < run.steps(); step++) {
                if (step > 0 && !run.isAt(step, record, at)) {
                    return null;
                }
                at += run.length(step);
                var follows = run.follows(step);
                if (follows == LayoutStep.Follows.END) {
                    return new ScannedEvent(this, record, run.layout(), spans, traits, transport);
                }
                long end = follows == LayoutStep.Follows.TEXT ? JsonText.end(record, at) : BareText.end(record, at);
                if (end < 0) {
                    return null;
                }
                spans[2 * slot] = at;
                spans[2 * slot + 1] = ScannedEvent.end(end);
                traits |= (int) (end >>> Integer.SIZE);
                slot++;
                at = (int) end;
            }
        }
    }

    /** What the parser makes of a record that was scanned: one event. */
    Event whole(byte[] record, Stamp transport) {
        return parser.read(record, transport);
    }
}
