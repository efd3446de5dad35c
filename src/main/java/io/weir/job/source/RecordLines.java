package io.weir.job.source;

import io.weir.event.XmlExtent;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file: its lines, of which those of one event in XML are joined and bear the number of the last. */
final class RecordLines implements Closeable {

    private static final byte[] NOTHING = {};

    private final LineReader lines;
    private final int longest;
    private @Nullable Line pushedBack;

    /** The records of these lines; {@code longest} is how many bytes a joined one may have. */
    RecordLines(LineReader lines, int longest) {
        this.lines = lines;
        this.longest = longest;
    }

    /** The next record, or null after the last. */
    @Nullable
    Line next() throws IOException {
        var line = nextLine();
        return line != null && line.isWhole() && XmlExtent.begins(line.bytes()) ? joined(line) : line;
    }

    private @Nullable Line nextLine() throws IOException {
        var line = pushedBack == null ? lines.next() : pushedBack;
        pushedBack = null;
        return line;
    }

    private Line joined(Line first) throws IOException {
        var extent = new XmlExtent();
        var bytes = new ByteArrayOutputStream();
        var last = first;
        for (var line = first; line != null; line = nextLine()) {
            if (!line.isWhole() || !extent.takes(line.bytes())) {
                pushedBack = line;
                break;
            }
            last = line;
            keep(line, bytes);
            if (extent.isWhole()) {
                break;
            }
        }
        return record(last.number(), bytes.toByteArray(), extent);
    }

    /** One byte more than may be kept tells that there were more. */
    private void keep(Line line, ByteArrayOutputStream bytes) {
        if (bytes.size() > 0) {
            bytes.write('\n');
        }
        bytes.write(line.bytes(), 0, Math.max(0, Math.min(line.bytes().length, longest + 1 - bytes.size())));
    }

    private Line record(long number, byte[] bytes, XmlExtent extent) {
        if (extent.isEmpty()) {
            return new Line(number, NOTHING, "");
        }
        var problem = bytes.length > longest ? "at most " + longest + " bytes an event are read, found more" : "";
        return new Line(number, bytes, problem);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
