package io.weir.cli;

import io.weir.event.DecodeLimits;
import io.weir.event.XmlExtent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of events: one a line; or, where a line is nothing but an opening bracket, the lines up to its closing one, as in
 * pretty-printed JSON; or the lines of one event in XML. Compressed files are read as what is in them.
 */
final class EventRecords implements AutoCloseable {

    private static final int LONGEST = DecodeLimits.STANDARD.bytes();

    private final InputStream in;
    private final Lines lines;
    private Lines.@Nullable Line pushedBack;

    EventRecords(InputStream in) throws IOException {
        this.in = unpacked(in);
        this.lines = new Lines(this.in, LONGEST);
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /**
     * A record.
     *
     * @param line where it begins, counted from 1
     * @param bytes none where it is too long
     * @param problem why it can't be decoded, or empty
     */
    record EventRecord(long line, byte[] bytes, String problem) {}

    /** The next record that is not blank, or none at the end. */
    Optional<EventRecord> next() throws IOException {
        for (var line = nextLine(); line.isPresent(); line = nextLine()) {
            if (line.get().tooLong()) {
                return Optional.of(tooLong(line.get().number()));
            }
            if (XmlExtent.begins(line.get().bytes())) {
                var document = document(line.get());
                if (document.isPresent()) {
                    return document;
                }
            } else if (!isBlank(line.get().bytes())) {
                return Optional.of(opens(line.get()) ? spread(line.get()) : record(line.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Lines.Line> nextLine() throws IOException {
        var kept = pushedBack;
        pushedBack = null;
        return kept == null ? lines.next() : Optional.of(kept);
    }

    private static EventRecord record(Lines.Line line) {
        return new EventRecord(line.number(), line.bytes(), "");
    }

    private static EventRecord tooLong(long number) {
        return new EventRecord(number, new byte[0], "longer than " + LONGEST + " bytes");
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte unit : bytes) {
            if (unit != ' ' && unit != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean opens(Lines.Line line) {
        return line.bytes().length == 1 && (line.bytes()[0] == '{' || line.bytes()[0] == '[');
    }

    /** The lines of one event in XML, or none where they hold nothing but tags of a root. */
    private Optional<EventRecord> document(Lines.Line first) throws IOException {
        var record = new ByteArrayOutputStream();
        var extent = new XmlExtent();
        for (var line = Optional.of(first); line.isPresent(); line = lines.next()) {
            if (line.get().tooLong() || !extent.takes(line.get().bytes())) {
                pushedBack = line.get();
                break;
            }
            if (record.size() <= LONGEST) {
                record.writeBytes(line.get().bytes());
                record.write('\n');
            }
            if (extent.isWhole()) {
                break;
            }
        }
        if (extent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                record.size() > LONGEST
                        ? tooLong(first.number())
                        : new EventRecord(first.number(), record.toByteArray(), ""));
    }

    /** The lines from an opening bracket to its closing one; a record that never closes ends where the next one begins. */
    private EventRecord spread(Lines.Line first) throws IOException {
        var record = new ByteArrayOutputStream();
        var depth = new JsonDepth();
        for (var line = Optional.of(first); line.isPresent(); line = lines.next()) {
            if (line.get().number() > first.number() && first.bytes()[0] == '{' && opens(line.get())) {
                pushedBack = line.get();
                break;
            }
            depth.read(line.get().bytes());
            record.writeBytes(line.get().bytes());
            record.write('\n');
            if (line.get().tooLong() || record.size() > LONGEST) {
                return tooLong(first.number());
            }
            if (depth.isClosed()) {
                break;
            }
        }
        return new EventRecord(first.number(), record.toByteArray(), "");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
