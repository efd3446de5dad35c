package io.weir.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every value modifier of Sigma 2.1 (modifiers appendix, version 2.1.0). */
public enum Modifier {
    ALL,
    CONTAINS,
    STARTSWITH,
    ENDSWITH,
    EXISTS,
    CASED,
    NEQ,
    WINDASH,
    RE,
    /** With {@code re}: without regard to case. */
    I,
    /** With {@code re}: {@code ^} and {@code $} at every line. */
    M,
    /** With {@code re}: {@code .} takes in line ends. */
    S,
    BASE64,
    BASE64OFFSET,
    UTF16,
    UTF16LE,
    UTF16BE,
    /** Another name of {@link #UTF16LE}. */
    WIDE,
    LT,
    LTE,
    GT,
    GTE,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    CIDR,
    EXPAND,
    FIELDREF;

    /** The modifier as rules write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The modifier of that name, or none if Sigma 2.1 has no such modifier. Case counts. */
    public static Optional<Modifier> of(String label) {
        return Arrays.stream(values())
                .filter(modifier -> modifier.label().equals(label))
                .findFirst();
    }
}
