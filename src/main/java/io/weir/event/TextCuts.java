package io.weir.event;

import static io.weir.event.JsonText.BACKSLASHES;
import static io.weir.event.JsonText.HIGHS;
import static io.weir.event.JsonText.LINE_END;
import static io.weir.event.JsonText.ONES;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Where a text of JSON that {@link JsonText} has found well formed can be cut: between characters and escapes, and between its lines. */
final class TextCuts {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LINE_ENDS = ONES * LINE_END;

    /** How many bytes of an escape may stand before one of it. */
    private static final int LONGEST_BEFORE = 5;

    private TextCuts() {}

    /**
     * That place, or one before it, up to which all characters and escapes are whole, whatever follows; what stands before that place must be the beginning of a
     * well-formed text. A character beyond ASCII is not passed over if it ends there: its last bytes may be missing.
     *
     * @param from where one begins, at or before that place
     */
    static int boundary(byte[] bytes, int from, int at) {
        if (at - from >= Long.BYTES && !hasBackslashOrWide((long) LONGS.get(bytes, at - Long.BYTES))) {
            return at;
        }
        for (int before = at; before > Math.max(from, at - LONGEST_BEFORE); before--) {
            if (bytes[before - 1] == '\\') {
                return runOfBackslashes(bytes, from, before);
            }
        }
        int place = at;
        while (place > from && (bytes[place - 1] & 0xC0) == 0x80) {
            place--;
        }
        return place > from && bytes[place - 1] < 0 ? place - 1 : place;
    }

    private static boolean hasBackslashOrWide(long eight) {
        return ((((eight ^ BACKSLASHES) - ONES) | eight) & HIGHS) != 0;
    }

    /**
     * Where the line begins that a place of a text is in: behind the escape that ends the line before, or where the text begins.
     *
     * @param from where the text begins, or a line of it
     */
    static int lineBegin(byte[] bytes, int from, int at) {
        for (int place = at; place - 2 >= from; place--) {
            if (bytes[place - 1] == LINE_END && isLineEnd(bytes, from, place)) {
                return place;
            }
        }
        return from;
    }

    /** Where the first of the backslashes stands that end there: it begins an escape, as no escape ends with one and goes on with another. */
    private static int runOfBackslashes(byte[] bytes, int from, int to) {
        int first = to;
        while (first > from && bytes[first - 1] == '\\') {
            first--;
        }
        return first;
    }

    /**
     * Where the line ends that is read from that place on: behind the escape that ends it, or where the text ends.
     *
     * @param from where a character or an escape of a well-formed text begins
     * @param to where the text ends: at its closing quote
     */
    static int nextLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to - Long.BYTES) {
            long other = ((long) LONGS.get(bytes, at) ^ BACKSLASHES) | ((long) LONGS.get(bytes, at + 1) ^ LINE_ENDS);
            long same = (other - ONES) & ~other & HIGHS;
            if (same == 0) {
                at += Long.BYTES;
                continue;
            }
            at += (Long.numberOfTrailingZeros(same) >>> 3) + 2;
            if (isLineEnd(bytes, from, at)) {
                return at;
            }
        }
        for (at += 2; at <= to; at++) {
            if (bytes[at - 1] == LINE_END && isLineEnd(bytes, from, at)) {
                return at;
            }
        }
        return to;
    }

    private static boolean isLineEnd(byte[] bytes, int from, int behind) {
        return (behind - 1 - runOfBackslashes(bytes, from, behind - 1)) % 2 == 1;
    }
}
