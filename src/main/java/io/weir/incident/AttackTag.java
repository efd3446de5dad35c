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
    private static final Pattern TECHNIQUE = Pattern.compile("t\\d{4}(?:\\.\\d{3})?");

    /** The tag as it is written now: the underscores of older rules are hyphens. */
    static Optional<AttackTag> of(String tag) {
        var small = tag.toLowerCase(Locale.ROOT);
        return small.startsWith(SPACE)
                ? Optional.of(new AttackTag(small.substring(SPACE.length()).replace('_', '-')))
                : Optional.empty();
    }

    /** Whether it is words of small letters with hyphens between. Asked of all tags whenever an incident is told, and an expression for it took a tenth of that. */
    boolean isTactic() {
        boolean isInAWord = false;
        for (int i = 0; i < name.length(); i++) {
            char one = name.charAt(i);
            if (one == '-' ? !isInAWord : one < 'a' || one > 'z') {
                return false;
            }
            isInAWord = one != '-';
        }
        return isInAWord;
    }

    boolean isTechnique() {
        return !isTactic() && TECHNIQUE.matcher(name).matches();
    }
}
