package io.weir.match.sieve;

import io.weir.match.expression.Expression;
import io.weir.match.value.OperandTest;
import java.util.Set;

/** A question about the values of one field that the sieve answers rightly, yes or no. */
public sealed interface FieldTest {

    <R> R match(Cases<R> cases);

    /** Does a value hold one of these? */
    record AnyLiteral(Set<Literal> literals) implements FieldTest {
        public AnyLiteral {
            literals = Set.copyOf(literals);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyLiteral(this);
        }
    }

    /**
     * Does a value fit?
     *
     * @param gate literals of which each value that fits holds at least one; empty where none are known, and every value is to be tried
     * @param test asked of values that are something
     */
    record Fits(Set<Literal> gate, OperandTest test) implements FieldTest {
        public Fits {
            gate = Set.copyOf(gate);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fits(this);
        }
    }

    /**
     * Does a value have what an expression looks for?
     *
     * @param gate as above
     */
    record Finds(Set<Literal> gate, Expression expression) implements FieldTest {
        public Finds {
            gate = Set.copyOf(gate);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.finds(this);
        }
    }

    /** What is asked of the field, whatever it says. */
    enum Presence implements FieldTest {
        /** Is the field absent, or without values, or is one of its values a null? */
        IS_NULL,
        /** Does the event have the field? */
        EXISTS,
        /** Is one of its values something? */
        IS_SOMETHING;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.presence(this);
        }
    }

    /** One answer for each kind of test. */
    interface Cases<R> {
        R anyLiteral(AnyLiteral test);

        R fits(Fits test);

        R finds(Finds test);

        R presence(Presence test);
    }
}
