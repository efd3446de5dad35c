package io.weir.job.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into lines, however long or broken they are. A packed file of a job that is damaged ends with a line that says so; what a disk or a
 * network fails to give is an exception, for another attempt may succeed.
 */
final class LineReader implements Closeable {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int KEPT_OF_TOO_LONG = 64 << 10;

    private final InputStream file;
    private final boolean tellsDamage;
    private boolean packed;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable InputStream content;
    private int from;
    private int to;
    private long number;
    private long size;
    private boolean ended;

    private LineReader(InputStream file, boolean packed, boolean tellsDamage, int longest) {
        this.file = file;
        this.packed = packed;
        this.tellsDamage = tellsDamage;
        this.longest = longest;
    }

    /**
     * Opens a file; one that begins as gzip does, or whose name ends with {@code .gz}, is unpacked.
     *
     * @param longest how many bytes a line may have
     */
    static LineReader open(Path path, int longest) throws IOException {
        boolean packed = path.getName().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new LineReader(path.getFileSystem().open(path), packed, true, longest);
    }

    /** Reads a stream, which is unpacked if it begins as gzip does, and closes it in the end. Damage is an exception, for somebody is there to whom it is told. */
    static LineReader of(InputStream file, int longest) {
        return new LineReader(file, false, false, longest);
    }

    /** The next line, or null after the last. */
    @Nullable
    Line next() throws IOException {
        if (ended) {
            return null;
        }
        begin();
        try {
            return readToItsEnd() ? finished() : null;
        } catch (ZipException | EOFException e) {
            return damaged(e);
        }
    }

    private void begin() {
        number++;
        size = 0;
        line.reset();
    }

    private boolean readToItsEnd() throws IOException {
        while (from < to || refill()) {
            int end = endOfLine();
            keep(end);
            if (end < to) {
                from = end + 1;
                return true;
            }
            from = to;
        }
        ended = true;
        return size > 0;
    }

    private int endOfLine() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void keep(int end) {
        int wanted = end - from;
        size += wanted;
        line.write(buffer, from, Math.min(wanted, longest - Math.min(longest, line.size())));
    }

    private boolean refill() throws IOException {
        if (content == null) {
            var found = new BufferedInputStream(file, BUFFER_BYTES);
            packed |= beginsAsGzip(found);
            content = packed ? new GZIPInputStream(new Blocking(found), BUFFER_BYTES) : found;
        }
        from = 0;
        to = Math.max(0, content.read(buffer));
        return to > 0;
    }

    /** RFC 1952, section 2.3.1. */
    private static boolean beginsAsGzip(InputStream found) throws IOException {
        found.mark(2);
        boolean begins = found.read() == 0x1F && found.read() == 0x8B;
        found.reset();
        return begins;
    }

    private Line finished() {
        return size <= longest
                ? new Line(number, line.toByteArray(), "")
                : new Line(number, first(), "at most " + longest + " bytes a line are read, found " + size);
    }

    private Line damaged(IOException cause) throws IOException {
        if (!packed || !tellsDamage) {
            throw cause;
        }
        ended = true;
        return new Line(
                number,
                first(),
                "the packed file is damaged here (" + cause.getMessage() + "), the rest of it is not read");
    }

    private byte[] first() {
        return Arrays.copyOf(line.toByteArray(), Math.min(line.size(), KEPT_OF_TOO_LONG));
    }

    @Override
    public void close() throws IOException {
        (content == null ? file : content).close();
    }

    // Several packed files may be joined to one, and the JDK looks for the next only where bytes are said to be
    // available.
    private static final class Blocking extends FilterInputStream {

        Blocking(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
