package io.weir.match;

import java.util.List;

/** What of a rule an event fulfils and what not, part by part, as the rule writes them. */
public sealed interface Part {

    /** Whether the event fulfils this part. */
    boolean holds();

    /** How much would have to be otherwise for the part to hold: zero where it does. An absent field is further away than another value. */
    int distance();

    /** How much would have to be otherwise for the part not to hold: zero where it does not. */
    int opposite();

    <R> R match(Cases<R> cases);

    /** How parts are joined. */
    enum Join {
        /** All must hold. */
        ALL,
        /** One must hold. */
        ANY
    }

    /**
     * Parts joined by and, or by or.
     *
     * @param name the selection's name, or the condition's own words where they say more than the join; else empty
     */
    record Joined(Join join, String name, boolean holds, List<Part> parts) implements Part {
        public Joined {
            parts = List.copyOf(parts);
        }

        static Joined of(Join join, String name, List<Part> parts) {
            boolean holds = join == Join.ALL
                    ? parts.stream().allMatch(Part::holds)
                    : parts.stream().anyMatch(Part::holds);
            return new Joined(join, name, holds, parts);
        }

        @Override
        public int distance() {
            var distances = parts.stream().mapToInt(Part::distance);
            return join == Join.ALL ? distances.sum() : distances.min().orElse(1);
        }

        @Override
        public int opposite() {
            var opposites = parts.stream().mapToInt(Part::opposite);
            return join == Join.ALL ? opposites.min().orElse(1) : opposites.sum();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.joined(this);
        }
    }

    /** A part that must not hold. */
    record Negated(Part part) implements Part {
        @Override
        public boolean holds() {
            return !part.holds();
        }

        @Override
        public int distance() {
            return part.opposite();
        }

        @Override
        public int opposite() {
            return part.distance();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negated(this);
        }
    }

    /**
     * One test of one field, or of all values of the event where the rule has a keyword.
     *
     * @param sought what the rule asks for
     * @param found whether the event has the field
     * @param values what the event has there, as text and cut where it is long, first of all what fits; of many {@link #MOST_VALUES}
     * @param fitting which of the rule's patterns fit
     */
    record Test(Sought sought, boolean holds, Found found, List<String> values, List<String> fitting) implements Part {

        /** No more values of an event are shown than these. */
        public static final int MOST_VALUES = 8;

        public Test {
            values = List.copyOf(values);
            fitting = List.copyOf(fitting);
        }

        @Override
        public int distance() {
            if (holds) {
                return 0;
            }
            int missing = sought.all() ? sought.patterns().size() - fitting.size() : 1;
            return Math.max(1, missing) + (found == Found.ABSENT ? 1 : 0);
        }

        @Override
        public int opposite() {
            return holds ? 1 : 0;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.test(this);
        }
    }

    /** What there is of a field in the event. */
    enum Found {
        /** The event does not have the field. */
        ABSENT,
        /** It has, without a value. */
        NULL,
        /** It has, with a value or several. */
        VALUE
    }

    /**
     * What a test asks for.
     *
     * @param selection the name of the selection that it is in
     * @param field the field as the rule names it, or empty for a keyword
     * @param modifiers as the rule writes them, joined by {@code |}, or empty
     * @param patterns the rule's values as written
     * @param all whether all of them must fit instead of any
     */
    record Sought(String selection, String field, String modifiers, List<String> patterns, boolean all) {
        public Sought {
            patterns = List.copyOf(patterns);
        }
    }

    /** One answer for each kind of part. */
    interface Cases<R> {
        R joined(Joined part);

        R negated(Negated part);

        R test(Test part);
    }
}
