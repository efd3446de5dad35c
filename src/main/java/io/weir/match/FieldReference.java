package io.weir.match;

import io.weir.match.value.Operand;

/**
 * {@code fieldref}: the field holds the same as another one, or begins with, ends with or contains what that one holds. What the other
 * field holds has no wildcards. Two absent or null fields are not the same.
 *
 * @param other the other field's name
 * @param relation how the two must lie to each other
 * @param cased whether case counts
 */
record FieldReference(String other, Relation relation, boolean cased) implements ValueMatcher {

    /** Of lists no more values than these are compared: all with all would be slow on purpose. */
    static final int MOST_VALUES = 128;

    /** How a value must lie to that of the other field. */
    enum Relation {
        SAME,
        STARTS,
        ENDS,
        CONTAINS
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.fieldReference(this);
    }

    @Override
    public boolean matches(FieldView field, Fields fields) {
        var others = fields.field(other).values();
        return field.values().stream()
                .limit(MOST_VALUES)
                .anyMatch(one -> others.stream().limit(MOST_VALUES).anyMatch(another -> fits(one, another)));
    }

    private boolean fits(Operand one, Operand another) {
        return one.isSomething()
                && another.isSomething()
                && (sameNumber(one, another) || fits(textOf(one), textOf(another)));
    }

    private boolean sameNumber(Operand one, Operand another) {
        return relation == Relation.SAME
                && one.number() != null
                && another.number() != null
                && one.number().compareTo(another.number()) == 0;
    }

    private boolean fits(String one, String another) {
        return switch (relation) {
            case SAME -> one.equals(another);
            case STARTS -> one.startsWith(another);
            case ENDS -> one.endsWith(another);
            case CONTAINS -> one.contains(another);
        };
    }

    private String textOf(Operand value) {
        return cased ? value.text() : value.folded();
    }

    @Override
    public String evidence(FieldView field) {
        return field.firstText();
    }
}
