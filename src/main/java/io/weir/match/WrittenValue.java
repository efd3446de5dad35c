package io.weir.match;

import io.weir.rule.SigmaValue;

/** A value of a rule as people read it, which is also its text where a modifier needs one. */
enum WrittenValue implements SigmaValue.Cases<String> {
    READER;

    /** The value as text; {@code null} spelled out for a null. */
    static String of(SigmaValue value) {
        return value.match(READER);
    }

    @Override
    public String text(SigmaValue.Text value) {
        return value.text();
    }

    @Override
    public String number(SigmaValue.Num value) {
        return value.number().toPlainString();
    }

    @Override
    public String bool(SigmaValue.Bool value) {
        return String.valueOf(value.value());
    }

    @Override
    public String nothing(SigmaValue.Null value) {
        return "null";
    }
}
