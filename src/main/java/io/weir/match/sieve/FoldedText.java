package io.weir.match.sieve;

import io.weir.match.value.CaseFold;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A value as it is searched: unescaped and without regard to case, in UTF-8. Room for it is kept from value to value; no text is made. For one
 * thread.
 */
final class FoldedText {

    /** So many bytes behind the text are zeros: who reads several at once may begin at its last. */
    static final int ROOM = Integer.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long BACKSLASHES = ONES * '\\';

    /** A byte that UTF-8 does not have: half a character, which no literal has. */
    private static final byte NO_CHARACTER = (byte) 0xFF;

    /** The most bytes of a character. */
    private static final int WIDEST = 4;

    private static final int FEWEST = 1 << 10;

    /** ASCII without regard to case. */
    private static final byte[] FOLDED = folded();

    /** By the second character of an escape of two, what it stands for; 0 for what is none. */
    private static final byte[] SHORT_ESCAPES = shortEscapes();

    private byte[] bytes = new byte[FEWEST];
    private int length;

    private static byte[] folded() {
        byte[] folded = new byte[0x80];
        for (int one = 0; one < folded.length; one++) {
            folded[one] = (byte) CaseFold.fold(one);
        }
        return folded;
    }

    private static byte[] shortEscapes() {
        byte[] escapes = new byte[0x80];
        for (char second : "\"\\/bfnrt".toCharArray()) {
            escapes[second] = (byte) JsonPoint.at(new byte[] {'\\', (byte) second}, 0);
        }
        return escapes;
    }

    /** The text, and behind it zeros; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Takes a value that stands in well-formed JSON; a text without its quotes. */
    void read(byte[] json, int from, int to) {
        ensureRoom(to - from);
        byte[] out = bytes;
        int end = 0;
        for (int at = from; at < to; ) {
            if (at + Long.BYTES <= to) {
                long eight = (long) LONGS.get(json, at);
                long special = specials(eight);
                LONGS.set(out, end, small(eight)); // behind a special one come others in their place
                int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) / Byte.SIZE;
                end += plain;
                at += plain;
                if (special == 0) {
                    continue;
                }
            }
            byte one = json[at];
            if (one >= 0 && one != '\\') {
                out[end++] = FOLDED[one];
                at++;
            } else if (one == '\\' && SHORT_ESCAPES[json[at + 1]] != 0) {
                out[end++] = SHORT_ESCAPES[json[at + 1]];
                at += 2;
            } else {
                end = add(CaseFold.fold(JsonPoint.at(json, at)), end);
                at += JsonPoint.length(json, at);
            }
        }
        finish(end);
    }

    /** The high bit of the first byte that is not ASCII or begins an escape, and perhaps of some behind it. */
    private static long specials(long eight) {
        long unlike = eight ^ BACKSLASHES;
        return (((unlike - ONES) & ~unlike) | eight) & HIGHS;
    }

    /** Eight ASCII characters with capitals made small: bit 5 is set where a byte is from A to Z. */
    private static long small(long eight) {
        long notBeforeA = eight + ONES * (0x80 - 'A');
        long behindZ = eight + ONES * (0x7F - 'Z');
        return eight | (notBeforeA & ~behindZ & HIGHS) >>> 2;
    }

    /** Takes a text. */
    void read(String text) {
        ensureRoom(WIDEST * text.length());
        int end = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            end = add(CaseFold.fold(point), end);
        }
        finish(end);
    }

    /** A folded character is as long as it was, or longer by a byte where it took two or more: an escape takes more than any. */
    private void ensureRoom(int most) {
        int needed = 2 * most + WIDEST + ROOM;
        if (bytes.length < needed) {
            bytes = new byte[Math.max(needed, 2 * bytes.length)];
        }
    }

    private int add(int point, int end) {
        byte[] out = bytes;
        if (point < 0x80) {
            out[end] = (byte) point;
            return end + 1;
        }
        if (point < 0x800) {
            out[end] = (byte) (0xC0 | point >> 6);
            out[end + 1] = tail(point);
            return end + 2;
        }
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            out[end] = NO_CHARACTER;
            return end + 1;
        }
        if (point < 0x10000) {
            out[end] = (byte) (0xE0 | point >> 12);
            out[end + 1] = tail(point >> 6);
            out[end + 2] = tail(point);
            return end + 3;
        }
        out[end] = (byte) (0xF0 | point >> 18);
        out[end + 1] = tail(point >> 12);
        out[end + 2] = tail(point >> 6);
        out[end + 3] = tail(point);
        return end + WIDEST;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void finish(int end) {
        length = end;
        Arrays.fill(bytes, end, end + ROOM, (byte) 0);
    }
}
