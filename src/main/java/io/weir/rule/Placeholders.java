package io.weir.rule;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The placeholders of {@code expand} in a text: {@code %name%}, where {@code \%} is a percent sign (Sigma modifiers appendix,
 * "expand"). No wildcard is part of a name.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)%([^%*?]+)%");

    private Placeholders() {}

    /** Where placeholders stand in the text, in its order; group 1 is the name. */
    public static Stream<MatchResult> in(String text) {
        return PLACEHOLDER.matcher(text).results();
    }

    /** The name of the first placeholder, or none. */
    public static Optional<String> first(String text) {
        return in(text).map(found -> found.group(1)).findFirst();
    }

    /** A text in which no placeholder is left, with its percent signs as they are meant. */
    public static String unescaped(String text) {
        return text.replace("\\%", "%");
    }

    /** A text in which no percent sign begins a placeholder. */
    public static String escaped(String text) {
        return text.replace("%", "\\%");
    }
}
