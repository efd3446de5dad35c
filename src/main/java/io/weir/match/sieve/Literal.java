package io.weir.match.sieve;

import io.weir.match.value.CaseFold;
import java.nio.charset.StandardCharsets;

/**
 * A text to look for in values, without regard to case.
 *
 * @param text folded
 * @param atStart whether the value must begin with it
 * @param atEnd whether the value must end with it
 */
public record Literal(String text, boolean atStart, boolean atEnd) {

    public Literal {
        text = CaseFold.fold(text);
    }

    /** The text, anywhere in a value. */
    public static Literal anywhere(String text) {
        return new Literal(text, false, false);
    }

    /** The text in UTF-8. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether it can be looked for: what looks for it knows code points, so no text with half of one; and the empty text is found everywhere.
     */
    public boolean canBeLookedFor() {
        return (!text.isEmpty() || (atStart && atEnd))
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
