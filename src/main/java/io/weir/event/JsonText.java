package io.weir.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The texts of JSON as bytes: where one ends, and whether it is well formed, eight bytes at a time.
 *
 * <p>It takes only what every parser takes. What is odd (a control character, an escape that JSON does not have, bytes that are no UTF-8) is
 * left to the parser, whose word counts.
 */
final class JsonText {

    /** The text is not well formed, or does not end: the parser is to say what is wrong. */
    static final long ODD = -1;

    /** A text has escapes. */
    static final int ESCAPED = 1;

    /** A text has bytes beyond ASCII. */
    static final int WIDE = 2;

    /**
     * A text writes a printable ASCII character that needs no escape as one, or a character beyond ASCII that folds into ASCII: it can not be
     * searched for plain words as it stands.
     */
    static final int DISGUISED = 4;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    static final long BACKSLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    /** Multiplied by it, the lowest bits of eight bytes are in the highest byte, in their order. */
    private static final long GATHER = 0x0102040810204080L;

    private static final int AT_ONCE = 4 * Long.BYTES;

    /** What writers of JSON escape though they need not, in fear of HTML, and what they must. */
    private static final String OFTEN_ESCAPED = "\"\\/'<>&=+`";

    /** The length of each escape by its second character, or 0: a table, as the processor would guess a switch wrong. */
    private static final byte[] ESCAPES = escapes();

    /** No escape has it as its second character. */
    private static final byte NOWHERE = 0;

    static final byte LINE_END = 'n';

    private static final int KELVIN = 0x212A;
    private static final int LONG_S = 0x017F;

    private JsonText() {}

    private static byte[] escapes() {
        byte[] lengths = new byte[256];
        for (char second : "\"\\/bfnrt".toCharArray()) {
            lengths[second] = 2;
        }
        lengths['u'] = 6;
        return lengths;
    }

    /**
     * Where the text that begins at {@code from}, behind its opening quote, ends.
     *
     * @return the place of its closing quote in the lower half, what is special about it in the upper half; or {@link #ODD}
     */
    static long end(byte[] bytes, int from) {
        return end(bytes, from, NOWHERE);
    }

    /**
     * The same, or, where a line ends before the text does, the place behind the escape that ends it: a place at which the text goes on, or its closing quote
     * stands. In the last few bytes of a record lines are not told apart.
     */
    static long lineEnd(byte[] bytes, int from) {
        return end(bytes, from, LINE_END);
    }

    /** Where an escape ends so that has that second character, or where the text ends. */
    private static long end(byte[] bytes, int from, byte stop) {
        int last = bytes.length - Long.BYTES;
        int at = from;
        int traits = 0;
        while (at <= last) {
            long special = specials((long) LONGS.get(bytes, at));
            if (special == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(special) >>> 3;
            byte one = bytes[at];
            if (one == '"') {
                return (long) traits << Integer.SIZE | at;
            }
            if (one == '\\' && at < last && ESCAPES[bytes[at + 1] & 0xFF] == 2) {
                at += 2;
                traits |= ESCAPED;
                if (bytes[at - 1] == stop) {
                    return (long) traits << Integer.SIZE | at;
                }
                at = behindEscapes(bytes, at, stop);
                continue;
            }
            long step = special(bytes, at);
            if (step == ODD) {
                return ODD;
            }
            at += (int) step;
            traits |= (int) (step >>> Integer.SIZE);
        }
        return endNearby(bytes, at, traits);
    }

    /**
     * The place up to which a text has plain characters and escapes of two, other than that one, and no more. Where there is one escape there are more, one in
     * ten bytes or so: what is special in 32 bytes is found at once, as to go on behind each of them would be guessed wrong by the processor nearly each time.
     */
    private static int behindEscapes(byte[] bytes, int from, byte stop) {
        int at = from;
        while (at < bytes.length - AT_ONCE) {
            int next = at + AT_ONCE;
            for (int special = specials(bytes, at); special != 0; ) {
                int bit = Integer.numberOfTrailingZeros(special);
                int place = at + bit;
                byte second = bytes[place + 1];
                if (bytes[place] != '\\') {
                    if (isSpecial(bytes[place])) {
                        return place;
                    }
                    special &= special - 1;
                } else if (ESCAPES[second & 0xFF] != 2 || second == stop) {
                    return place;
                } else {
                    special &= ~(3 << bit);
                    next = Math.max(next, place + 2);
                }
            }
            at = next;
        }
        return at;
    }

    /** Of each of {@link #AT_ONCE} bytes a bit, set if it is special, and perhaps where it stands behind one that is. */
    private static int specials(byte[] bytes, int at) {
        return bits((long) LONGS.get(bytes, at))
                | (bits((long) LONGS.get(bytes, at + 8)) << 8)
                | (bits((long) LONGS.get(bytes, at + 16)) << 16)
                | (bits((long) LONGS.get(bytes, at + 24)) << 24);
    }

    private static int bits(long eight) {
        return (int) (((specials(eight) >>> 7) * GATHER) >>> 56);
    }

    private static boolean isSpecial(byte one) {
        return one < ' ' || one == '"' || one == '\\';
    }

    /** The same for the last few bytes of a record. */
    private static long endNearby(byte[] bytes, int from, int before) {
        int at = from;
        int traits = before;
        while (at < bytes.length && bytes[at] != '"') {
            long step = bytes[at] >= ' ' && bytes[at] != '\\' ? 1 : special(bytes, at);
            if (step == ODD) {
                return ODD;
            }
            at += (int) step;
            traits |= (int) (step >>> Integer.SIZE);
        }
        return at < bytes.length ? (long) traits << Integer.SIZE | at : ODD;
    }

    private static long special(byte[] bytes, int at) {
        if (bytes[at] == '\\') {
            return escape(bytes, at);
        }
        return bytes[at] < 0 ? wide(bytes, at) : ODD;
    }

    /** The high bit of the first special byte, and perhaps of some behind it: a borrow only ever runs upwards. */
    private static long specials(long eight) {
        return (((eight ^ QUOTES) - ONES) | ((eight ^ BACKSLASHES) - ONES) | (eight - BLANKS) | eight) & HIGHS;
    }

    /** How long the escape is and what is special about it, or {@link #ODD}. */
    private static long escape(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return ODD;
        }
        int length = ESCAPES[bytes[at + 1] & 0xFF];
        if (length == 2) {
            return step(2, ESCAPED);
        }
        return length == 0 ? ODD : unicodeEscape(bytes, at);
    }

    private static long unicodeEscape(byte[] bytes, int at) {
        int unit = unit(bytes, at);
        return unit < 0 ? ODD : step(6, ESCAPED | (isDisguise(unit) ? DISGUISED : 0));
    }

    private static boolean isDisguise(int unit) {
        return unit == KELVIN || unit == LONG_S || (unit >= ' ' && unit < 0x7F && OFTEN_ESCAPED.indexOf(unit) < 0);
    }

    /** The UTF-16 unit that the escape at that place writes, or -1. */
    static int unit(byte[] bytes, int at) {
        if (at + 6 > bytes.length) {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static long wide(byte[] bytes, int at) {
        int point = point(bytes, at);
        if (point < 0) {
            return ODD;
        }
        boolean disguise = point == KELVIN || point == LONG_S;
        return step(length(point), WIDE | (disguise ? DISGUISED : 0));
    }

    /** The code point beyond ASCII that stands there in well-formed UTF-8, or -1. */
    static int point(byte[] bytes, int at) {
        int first = bytes[at];
        if (first >= (byte) 0xC2 && first < (byte) 0xE0) {
            return tail(bytes, at, 1, first & 0x1F);
        }
        if (first >= (byte) 0xE0 && first < (byte) 0xF0) {
            int point = tail(bytes, at, 2, first & 0x0F);
            return point < 0x800 || (point >= 0xD800 && point < 0xE000) ? -1 : point;
        }
        if (first >= (byte) 0xF0 && first < (byte) 0xF5) {
            int point = tail(bytes, at, 3, first & 0x07);
            return point < 0x10000 || point > Character.MAX_CODE_POINT ? -1 : point;
        }
        return -1;
    }

    private static int tail(byte[] bytes, int at, int length, int head) {
        if (at + length >= bytes.length) {
            return -1;
        }
        int point = head;
        for (int i = 1; i <= length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            point = point << 6 | (bytes[at + i] & 0x3F);
        }
        return point;
    }

    /** How many bytes the code point takes up in UTF-8. */
    static int length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    private static long step(int length, int traits) {
        return (long) traits << Integer.SIZE | length;
    }
}
