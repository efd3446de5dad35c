package io.weir.rule;

import java.util.List;
import java.util.function.Predicate;

/** Which selections must be true for a detection to match (Sigma rules specification, "Condition"). */
public sealed interface Condition {

    <R> R match(Cases<R> cases);

    /**
     * Whether it is true, where it names something else than selections: a {@link Quantified}, which has no place there, fits nothing.
     *
     * @param names whether what is called so is true
     */
    default boolean isTrueWhere(Predicate<String> names) {
        return match(new Truth(names));
    }

    /** The selection of that name is true. */
    record Named(String selection) implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.named(this);
        }
    }

    record Not(Condition operand) implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    record AllOf(List<Condition> operands) implements Condition {
        public AllOf {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }
    }

    record AnyOf(List<Condition> operands) implements Condition {
        public AnyOf {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyOf(this);
        }
    }

    /**
     * {@code 1 of pattern} or {@code all of pattern}.
     *
     * @param quantifier how many of the selections must be true
     * @param pattern a selection name in which {@code *} stands for any characters, or {@code them} for every selection whose name
     *     does not begin with an underscore
     */
    record Quantified(Quantifier quantifier, String pattern) implements Condition {

        /** The pattern that stands for every selection. */
        public static final String THEM = "them";

        /**
         * Whether the pattern takes in the selection of that name. A name that begins with an underscore is left out unless the
         * pattern begins with one, too, as pySigma does.
         */
        public boolean covers(String selection) {
            if (selection.startsWith("_") && !pattern.startsWith("_")) {
                return false;
            }
            return pattern.equals(THEM) || fits(selection);
        }

        private boolean fits(String selection) {
            int at = 0;
            int in = 0;
            int star = -1;
            int resume = 0;
            while (in < selection.length()) {
                if (at < pattern.length() && pattern.charAt(at) == '*') {
                    star = at++;
                    resume = in;
                } else if (at < pattern.length() && pattern.charAt(at) == selection.charAt(in)) {
                    at++;
                    in++;
                } else if (star >= 0) {
                    at = star + 1;
                    in = ++resume;
                } else {
                    return false;
                }
            }
            return pattern.substring(at).chars().allMatch(rest -> rest == '*');
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quantified(this);
        }
    }

    /** How many of the selections that fit a pattern must be true. */
    enum Quantifier {
        ONE,
        ALL
    }

    /** One answer for each kind of condition. */
    interface Cases<R> {
        R named(Named condition);

        R not(Not condition);

        R allOf(AllOf condition);

        R anyOf(AnyOf condition);

        R quantified(Quantified condition);
    }
}
