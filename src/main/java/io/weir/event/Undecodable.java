package io.weir.event;

import java.util.regex.Pattern;

/**
 * Bytes that are no event that Weir can read.
 *
 * @param reason what was found and what was expected, in one line; what a terminal could not show safely is a
 *     question mark, and at most 500 characters are kept
 * @param bytes the part of the record that could not be read; not to be changed
 */
public record Undecodable(String reason, byte[] bytes) {

    private static final int LONGEST_REASON = 500;

    /** Control, format and private characters, halves of characters, and the line ends of Unicode. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    public Undecodable {
        reason = UNPRINTABLE.matcher(shortened(reason)).replaceAll("?");
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
