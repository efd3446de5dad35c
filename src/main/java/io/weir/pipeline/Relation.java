package io.weir.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a condition of a pipeline compares. */
public enum Relation {
    EQ,
    NE,
    GTE,
    GT,
    LTE,
    LT,
    IN,
    NOT_IN;

    /** The relation as pipelines write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The relation of that name, or none. */
    public static Optional<Relation> of(String label) {
        return Arrays.stream(values())
                .filter(relation -> relation.label().equals(label))
                .findFirst();
    }

    /** Whether the relation is one of values to a list. */
    public boolean isOfLists() {
        return this == IN || this == NOT_IN;
    }

    /** Whether the relation asks which of two is greater. */
    boolean isOfOrder() {
        return switch (this) {
            case GTE, GT, LTE, LT -> true;
            case EQ, NE, IN, NOT_IN -> false;
        };
    }

    /** Whether it holds of two values of which {@code compareTo} says this. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GTE -> order >= 0;
            case GT -> order > 0;
            case LTE -> order <= 0;
            case LT -> order < 0;
            case IN, NOT_IN -> throw new IllegalStateException("a relation of lists: " + this);
        };
    }
}
