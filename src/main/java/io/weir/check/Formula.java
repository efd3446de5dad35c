package io.weir.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** What a detection asks of an event, as a formula of tests of single values: what two rules can be compared by. */
sealed interface Formula {

    /** How many tests it is made of. */
    int size();

    /** All parts hold; with none, always. The smallest come first: they are the quickest to rule something out. */
    record And(List<Formula> parts) implements Formula {
        public And {
            parts = parts.stream()
                    .sorted(Comparator.comparingInt(Formula::size))
                    .toList();
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Formula::size).sum();
        }
    }

    /** At least one part holds; with none, never. */
    record Or(List<Formula> parts) implements Formula {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public int size() {
            return parts.stream().mapToInt(Formula::size).sum();
        }
    }

    record Not(Formula part) implements Formula {
        @Override
        public int size() {
            return part.size();
        }
    }

    /**
     * A test of one field for one value.
     *
     * @param field the field's name, or empty for any value of the event
     * @param kind how the value is compared
     * @param value in small letters unless case counts; for {@link Kind#NUMBER} and {@link Kind#OTHER} whatever tells the test from others of its kind
     * @param cased whether case counts
     */
    record Leaf(String field, Kind kind, String value, boolean cased) implements Formula {

        /** A test of one field for a number, however it is written. */
        static Leaf ofNumber(String field, BigDecimal number) {
            return new Leaf(field, Kind.NUMBER, number.stripTrailingZeros().toString(), false);
        }

        @Override
        public int size() {
            return 1;
        }

        /** Whether an event that passes this test passes the other for certain. */
        boolean implies(Leaf other) {
            if (!field.equals(other.field) || (other.cased && !cased)) {
                return false;
            }
            var mine = cased && !other.cased ? Literals.folded(value) : value;
            return switch (kind) {
                case EQUALS -> other.kind.fits(mine, other.value);
                case STARTS ->
                    (other.kind == Kind.STARTS || other.kind == Kind.CONTAINS) && other.kind.fits(mine, other.value);
                case ENDS ->
                    (other.kind == Kind.ENDS || other.kind == Kind.CONTAINS) && other.kind.fits(mine, other.value);
                case CONTAINS -> other.kind == Kind.CONTAINS && mine.contains(other.value);
                case NUMBER, OTHER -> other.kind == kind && value.equals(other.value);
            };
        }
    }

    /** How a test compares. */
    enum Kind {
        EQUALS,
        STARTS,
        ENDS,
        CONTAINS,
        /** As a number, which can be written in several ways; the value is its shortest. */
        NUMBER,
        /** In a way that only the same test is known to imply. */
        OTHER;

        /** Whether a whole text passes a test of this kind. */
        boolean fits(String text, String value) {
            return switch (this) {
                case EQUALS -> text.equals(value);
                case STARTS -> text.startsWith(value);
                case ENDS -> text.endsWith(value);
                case CONTAINS -> text.contains(value);
                case NUMBER, OTHER -> false;
            };
        }
    }
}
