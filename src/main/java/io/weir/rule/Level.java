package io.weir.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How bad it is when a rule matches (Sigma rules specification, section "Level"), from the least to the worst. */
public enum Level {
    /** The rule states no level; the specification makes it optional. */
    UNSTATED,
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    private static final Map<String, Level> BY_LABEL = Arrays.stream(values())
            .filter(level -> level != UNSTATED)
            .collect(Collectors.toUnmodifiableMap(Level::label, level -> level));

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The level as Sigma writes it, in lower case; {@code unstated} where the rule has none. */
    public String label() {
        return label;
    }

    /** The level of that Sigma name, or none if Sigma has no such level. Case counts, as in the specification's schema. */
    public static Optional<Level> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
