package io.weir.match;

import io.weir.match.value.CaseFold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How much values of an event are like the patterns that they do not fit: which of equally near events are told first, and which pattern is named. */
public final class Likeness {

    private static final int LONGEST = 200;
    private static final int MOST_PATTERNS = 200;

    private Likeness() {}

    /** How much the tests that a part lacks are like what the event has: the sum over them, each between 0 and 1. */
    static double of(Part part) {
        return part.match(new Part.Cases<Double>() {
            @Override
            public Double joined(Part.Joined joined) {
                return joined.parts().stream().mapToDouble(Likeness::of).sum();
            }

            @Override
            public Double negated(Part.Negated negated) {
                return 0.0;
            }

            @Override
            public Double test(Part.Test test) {
                return test.holds() ? 0 : nearest(test).map(Nearest::likeness).orElse(0.0);
            }
        });
    }

    /**
     * A pattern that a value is most like.
     *
     * @param shared how long the longest stretch is that the two share
     * @param likeness that stretch as a part of the pattern: between 0 and 1
     */
    public record Nearest(String pattern, int shared, double likeness) {}

    /** Of the patterns that do not fit, the one that a value of the event is most like; none where there is no value. */
    public static Optional<Nearest> nearest(Part.Test test) {
        return test.sought().patterns().stream()
                .limit(MOST_PATTERNS)
                .filter(pattern -> !test.fitting().contains(pattern))
                .flatMap(pattern -> test.values().stream().map(value -> nearest(pattern, value)))
                .max(Comparator.comparingInt(Nearest::shared).thenComparingDouble(Nearest::likeness));
    }

    /** Wildcards and case do not count. */
    private static Nearest nearest(String pattern, String value) {
        var one = CaseFold.fold(cut(pattern).replace("*", ""));
        int shared = longest(one, CaseFold.fold(cut(value)));
        return new Nearest(pattern, shared, one.isEmpty() ? 0 : (double) shared / one.length());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
    }

    private static int longest(String one, String other) {
        var ending = new int[other.length() + 1];
        int longest = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = other.length(); j > 0; j--) {
                ending[j] = one.charAt(i) == other.charAt(j - 1) ? ending[j - 1] + 1 : 0;
                longest = Math.max(longest, ending[j]);
            }
        }
        return longest;
    }

    /** All patterns of a test that do not fit. */
    public static List<String> missing(Part.Test test) {
        return test.sought().patterns().stream()
                .filter(pattern -> !test.fitting().contains(pattern))
                .toList();
    }
}
