package io.weir.parse;

import io.weir.rule.Modifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a value has become on its way through the modifiers of its item, in the order in which they are written. The ways are those of
 * pySigma, with two that the specification opens: the generic modifiers take any scalar, by its text, and {@code all} and {@code neq}
 * may stand anywhere, since they change no value.
 */
enum Operand {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL,
    /** Text that is still text, but not as the rule has it. */
    ALTERED,
    /** Bytes, written as text. */
    ENCODED,
    /** Text with wildcards put around it. */
    PATTERN,
    REGEX,
    NETWORK,
    REFERENCE,
    TIME_PART,
    COMPARISON,
    EXISTENCE;

    /** What a value can be before any modifier. */
    static final Set<Operand> RAW = Set.copyOf(EnumSet.of(TEXT, NUMBER, BOOLEAN, NULL));

    private static final Set<Operand> TEXTUAL = Set.copyOf(EnumSet.of(TEXT, ALTERED, ENCODED, PATTERN));
    private static final Set<Operand> PLAIN = Set.copyOf(EnumSet.of(TEXT, NUMBER, BOOLEAN));

    /** What a scalar is before any modifier. */
    static Operand of(Yaml.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT, DATE -> TEXT;
            case INTEGER, DECIMAL -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL -> NULL;
        };
    }

    /** Whether the evaluator sees the text of the value, whatever type YAML gave it. */
    boolean isByText() {
        return TEXTUAL.contains(this) || this == REGEX || this == REFERENCE;
    }

    /** What the modifier makes of this, or none where it can't follow. */
    Optional<Operand> after(Modifier modifier) {
        return switch (modifier) {
            case ALL, NEQ -> Optional.of(this);
            case CONTAINS, STARTSWITH, ENDSWITH ->
                this == REGEX || this == REFERENCE
                        ? Optional.of(this)
                        : when(TEXTUAL.contains(this) || PLAIN.contains(this), PATTERN);
            case CASED -> textual(PLAIN.contains(this));
            case WINDASH -> textual(false);
            case EXPAND -> this == REGEX ? Optional.of(this) : textual(false);
            case WIDE, UTF16, UTF16LE, UTF16BE -> when(TEXTUAL.contains(this), this == PATTERN ? PATTERN : ENCODED);
            case BASE64, BASE64OFFSET -> when(TEXTUAL.contains(this) && this != PATTERN, ENCODED);
            case RE -> when(PLAIN.contains(this), REGEX);
            case I, M, S -> when(this == REGEX, REGEX);
            case CIDR -> when(this == TEXT, NETWORK);
            case FIELDREF -> when(this == TEXT || this == ALTERED, REFERENCE);
            case EXISTS -> when(this == BOOLEAN, EXISTENCE);
            case LT, LTE, GT, GTE -> when(this == NUMBER || this == TIME_PART, COMPARISON);
            case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR -> when(this == NUMBER, TIME_PART);
        };
    }

    /** Text that stays text; what has wildcards around it or is encoded stays so. */
    private Optional<Operand> textual(boolean also) {
        return when(TEXTUAL.contains(this) || also, this == PATTERN || this == ENCODED ? this : ALTERED);
    }

    private static Optional<Operand> when(boolean fits, Operand next) {
        return fits ? Optional.of(next) : Optional.empty();
    }
}
