package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.math.BigDecimal;

/** Whether a value of an item is one that a pipeline writes. */
final class SameValue implements SigmaValue.Cases<Boolean> {

    private final Value held;

    private SameValue(Value held) {
        this.held = held;
    }

    /** As Python compares: true is 1 where a number is held. */
    static boolean is(Value held, SigmaValue wanted) {
        return wanted.match(new SameValue(held));
    }

    /** Of the very same kind: text to which case does not count, a number that is no part of a date, a truth value. */
    static boolean isSameKind(Value held, SigmaValue wanted) {
        if (held instanceof Value.Num number) {
            return number.modifiers().isEmpty() && wanted instanceof SigmaValue.Num && is(held, wanted);
        }
        return !(held instanceof Value.Text text && text.cased()) && is(held, wanted);
    }

    @Override
    public Boolean text(SigmaValue.Text wanted) {
        return held instanceof Value.Text text && text.text().equals(ValueText.parse(wanted.text()));
    }

    @Override
    public Boolean number(SigmaValue.Num wanted) {
        return isNumber(wanted.number());
    }

    @Override
    public Boolean bool(SigmaValue.Bool wanted) {
        boolean same = held instanceof Value.Other other
                && other.modifiers().isEmpty()
                && other.value() instanceof SigmaValue.Bool bool
                && bool.value() == wanted.value();
        return same || isNumber(wanted.value() ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private boolean isNumber(BigDecimal wanted) {
        return held instanceof Value.Num number && number.number().number().compareTo(wanted) == 0;
    }

    @Override
    public Boolean nothing(SigmaValue.Null wanted) {
        return false;
    }
}
