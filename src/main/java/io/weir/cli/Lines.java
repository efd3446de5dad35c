package io.weir.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream, of which none is kept that is too long. */
final class Lines {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long number;

    /** The lines of a stream; of those with more bytes than {@code longest} none is kept. */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line.
     *
     * @param number counted from 1
     * @param bytes without the line end; none where it is too long
     * @param tooLong whether it is
     */
    record Line(long number, byte[] bytes, boolean tooLong) {}

    /** The next line, or none at the end. */
    Optional<Line> next() throws IOException {
        line.reset();
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int stop = lineEnd();
            length += stop - at;
            keep(stop, length);
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        }
        if (!ended && length == 0) {
            return Optional.empty();
        }
        number++;
        return Optional.of(new Line(number, length > longest ? new byte[0] : content(), length > longest));
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }

    private int lineEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private void keep(int stop, long length) {
        if (length <= longest) {
            line.write(buffer, at, stop - at);
        }
    }

    private byte[] content() {
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
