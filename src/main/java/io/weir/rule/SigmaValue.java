package io.weir.rule;

import java.math.BigDecimal;

/** A value that a rule looks for, as the YAML file has it: nothing is unescaped or expanded yet. */
public sealed interface SigmaValue {

    /** Where the value stands. */
    Position position();

    <R> R match(Cases<R> cases);

    /**
     * Text; {@code *} and {@code ?} are wildcards and {@code \} escapes (Sigma rules specification, "Escaping").
     *
     * @param text as YAML gives it, which may be empty
     */
    record Text(String text, Position position) implements SigmaValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** A number, whole or not. */
    record Num(BigDecimal number, Position position) implements SigmaValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Position position) implements SigmaValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bool(this);
        }
    }

    /** {@code null}: the field is absent, or null. */
    record Null(Position position) implements SigmaValue {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.nothing(this);
        }
    }

    /** One answer for each kind of value. */
    interface Cases<R> {
        R text(Text value);

        R number(Num value);

        R bool(Bool value);

        R nothing(Null value);
    }
}
