package io.weir.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, Modifier> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Modifier::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The modifier as rules write it. */
    public String label() {
        return label;
    }

    /** The modifier of that name, or none if Sigma 2.1 has no such modifier. Case counts. */
    public static Optional<Modifier> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
