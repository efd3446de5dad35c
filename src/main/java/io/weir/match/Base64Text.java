package io.weir.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What bytes look like in Base64 (Sigma modifiers appendix, "Encoding"). */
final class Base64Text {

    private static final int GROUP = 3;

    /** How many leading characters also depend on what stands before, by the number of bytes before. */
    private static final int[] UNSURE_AT_START = {0, 2, 3};

    /** How many trailing characters, padding included, depend on what follows, by the number of bytes in the last group. */
    private static final int[] UNSURE_AT_END = {0, 3, 2};

    private Base64Text() {}

    /** The bytes encoded by themselves. */
    static PatternText whole(byte[] bytes) {
        return PatternText.literal(Base64.getEncoder().encodeToString(bytes));
    }

    /** The parts that stay the same wherever in an encoded text the bytes stand: one for each place in a group of three bytes. */
    static List<PatternText> anywhere(byte[] bytes) {
        var shifted = new ArrayList<PatternText>();
        for (int before = 0; before < GROUP; before++) {
            String sure = sure(bytes, before);
            if (!sure.isEmpty()) {
                shifted.add(PatternText.literal(sure));
            }
        }
        return shifted;
    }

    private static String sure(byte[] bytes, int before) {
        byte[] placed = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, placed, before, bytes.length);
        String encoded = new String(Base64.getEncoder().encode(placed), StandardCharsets.US_ASCII);
        int end = encoded.length() - UNSURE_AT_END[placed.length % GROUP];
        return encoded.substring(Math.min(UNSURE_AT_START[before], end), end);
    }
}
