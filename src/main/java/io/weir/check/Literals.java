package io.weir.check;

import io.weir.rule.SigmaValue;
import java.util.Locale;
import java.util.Optional;

/** Sigma text as a rule writes it, taken apart (Sigma rules specification, "Escaping"). */
final class Literals {

    private Literals() {}

    /** The text that a value stands for, escapes resolved; none where it has a wildcard. */
    static Optional<String> plain(String written) {
        var plain = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char letter = written.charAt(at);
            if (letter == '*' || letter == '?') {
                return Optional.empty();
            }
            boolean escapes =
                    letter == '\\' && at + 1 < written.length() && "*?\\".indexOf(written.charAt(at + 1)) >= 0;
            plain.append(escapes ? written.charAt(++at) : letter);
        }
        return Optional.of(plain.toString());
    }

    /** Whether a value has a wildcard that is not escaped. */
    static boolean hasWildcard(SigmaValue value) {
        return value instanceof SigmaValue.Text text && plain(text.text()).isEmpty();
    }

    /** Whether the text has a wildcard that is escaped. */
    static boolean hasEscapedWildcard(String written) {
        for (int at = 0; at + 1 < written.length(); at++) {
            if (written.charAt(at) == '\\') {
                char next = written.charAt(at + 1);
                if (next == '*' || next == '?') {
                    return true;
                }
                at += next == '\\' ? 1 : 0;
            }
        }
        return false;
    }

    /** The text as it is compared where case does not count. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
