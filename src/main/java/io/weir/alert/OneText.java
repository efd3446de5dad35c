package io.weir.alert;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes one text of what Jackson's generator writes in UTF-8: no more than 8,000 bytes come all at once, at the end, and most often the text is made of those very bytes, with
 * nothing copied in between. To a writer of letters it passes on what it has at each backslash, and a path has a few.
 */
final class OneText extends OutputStream {

    private final StringBuilder more = new StringBuilder(0);
    private final int most;
    private String first = "";
    private int size;

    /** Takes so many bytes at most. */
    OneText(int most) {
        this.most = most;
    }

    /** There are more bytes than may be; no further ones need be made. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooLong(int most) {
            super("more than " + most + " bytes", null, false, false);
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Takes whole letters: the generator never writes a part of one. */
    @Override
    public void write(byte[] bytes, int from, int length) {
        if (length > most - size) {
            throw new TooLong(most);
        }
        size += length;
        var text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (first.isEmpty()) {
            first = text;
        } else {
            more.append(text);
        }
    }

    @Override
    public String toString() {
        return more.isEmpty() ? first : first + more;
    }
}
