package io.weir.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tag of the name space {@code attack} (Sigma tags appendix).
 *
 * @param name of a tactic such as {@code lateral-movement}, number of a technique such as {@code t1218.011}, or of a group or software
 */
record AttackTag(String name) {

    private static final String SPACE = "attack.";
    private static final Pattern TACTIC = Pattern.compile("[a-z]+(?:-[a-z]+)*");
    private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(?:\\.\\d{3})?");

    /** The tag as it is written now: the underscores of older rules are hyphens. */
    static Optional<AttackTag> of(String tag) {
        var small = tag.toLowerCase(Locale.ROOT);
        return small.startsWith(SPACE)
                ? Optional.of(new AttackTag(small.substring(SPACE.length()).replace('_', '-')))
                : Optional.empty();
    }

    boolean isTactic() {
        return TACTIC.matcher(name).matches();
    }

    boolean isTechnique() {
        return TECHNIQUE.matcher(name).matches();
    }
}
