package io.weir.job.source;

import io.weir.event.DecodeLimits;
import io.weir.event.XmlExtent;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file: its lines, of which those of one event in XML are joined, and those from an opening bracket, alone on its line, to the closing one, as in
 * pretty-printed JSON.
 */
public final class RecordLines implements Closeable {

    private static final byte[] NOTHING = {};

    /** A record that is spread has no more lines: as many are kept until its end is found, and a line may be empty. */
    private static final int MOST_LINES = 100_000;

    private final LineReader lines;
    private final int longest;
    private final Deque<Line> pushedBack = new ArrayDeque<>();

    /** The last line that was looked at in vain for a closing bracket: from no opening one of an array up to it is looked again. */
    private long lookedAt;

    /** The records of these lines; {@code longest} is how many bytes a joined one may have. */
    RecordLines(LineReader lines, int longest) {
        this.lines = lines;
        this.longest = longest;
    }

    /** Those of a stream, which is unpacked if it begins as gzip does, and closed in the end; as long as the decoder takes them. What is damaged in it is an exception. */
    public static RecordLines of(InputStream file) {
        int longest = DecodeLimits.STANDARD.bytes();
        return new RecordLines(LineReader.of(file, longest), longest);
    }

    /** The next record, or null after the last; some are blank. */
    public @Nullable Line next() throws IOException {
        var line = nextLine();
        if (line == null || !line.isWhole()) {
            return line;
        }
        if (XmlExtent.begins(line.bytes())) {
            return joined(line);
        }
        boolean mayBeSpread = line.is('{') || (line.is('[') && line.number() > lookedAt);
        return mayBeSpread ? spread(line) : line;
    }

    private @Nullable Line nextLine() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.removeFirst();
    }

    private Line joined(Line first) throws IOException {
        var extent = new XmlExtent();
        var bytes = new ByteArrayOutputStream();
        var last = first;
        for (var line = first; line != null; line = nextLine()) {
            if (!line.isWhole() || !extent.takes(line.bytes())) {
                pushedBack.addFirst(line);
                break;
            }
            last = line;
            keep(line, bytes);
            if (extent.isWhole()) {
                break;
            }
        }
        return record(first, last, bytes.toByteArray(), extent);
    }

    /** One byte more than may be kept tells that there were more. */
    private void keep(Line line, ByteArrayOutputStream bytes) {
        if (bytes.size() > 0) {
            bytes.write('\n');
        }
        bytes.write(line.bytes(), 0, Math.max(0, Math.min(line.bytes().length, longest + 1 - bytes.size())));
    }

    private Line record(Line first, Line last, byte[] bytes, XmlExtent extent) {
        if (extent.isEmpty()) {
            return new Line(last.number(), NOTHING, "");
        }
        var problem = bytes.length > longest ? "at most " + longest + " bytes an event are read, found more" : "";
        return new Line(first.number(), last.number(), bytes, problem);
    }

    /**
     * The lines up to the closing bracket. An object that never closes ends where the next one begins: no line in it begins as an object does, as such are further in. In an
     * array one may, behind a comma. Where the closing bracket is not found, nor in as many bytes, or lines, as a record may have, the opening one stands for itself, and so does each
     * line behind it: a stray bracket must take no event with it.
     */
    private Line spread(Line first) throws IOException {
        boolean isObject = first.begins('{');
        var taken = new ArrayList<>(List.of(first));
        var depth = new JsonDepth();
        depth.read(first.bytes());
        long size = first.bytes().length;
        var before = first;
        for (var line = nextLine(); line != null; line = nextLine()) {
            if (line.begins('{') && (isObject || before.ends('}'))) {
                pushedBack.addFirst(line);
                if (isObject) {
                    return taken.size() == 1 ? first : spread(taken);
                }
                break;
            }
            taken.add(line);
            size += line.bytes().length + 1L;
            depth.read(line.bytes());
            if (!line.isWhole() || size > longest || taken.size() > MOST_LINES) {
                break;
            }
            if (depth.isClosed()) {
                return spread(taken);
            }
            before = line.isBlank() ? before : line;
        }
        lookedAt = taken.get(taken.size() - 1).number();
        for (int i = taken.size() - 1; i > 0; i--) {
            pushedBack.addFirst(taken.get(i));
        }
        return first;
    }

    private static Line spread(List<Line> lines) {
        var bytes = new ByteArrayOutputStream();
        for (var line : lines) {
            bytes.writeBytes(line.bytes());
            bytes.write('\n');
        }
        return new Line(lines.get(0).number(), lines.get(lines.size() - 1).number(), bytes.toByteArray(), "");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
