package io.weir.match;

import com.google.re2j.Pattern;
import io.weir.match.expression.Expression;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.Optional;

/**
 * {@code re}: a regular expression that is found anywhere in the value, in time linear in the value's length, whatever the expression
 * (Sigma modifiers appendix, "Regular Expression"). Case counts unless the expression says otherwise.
 */
record RegularExpression(Pattern pattern) implements OperandTest {

    /** Longer expressions are refused. */
    static final int LONGEST = 8192;

    /** Expressions that compile to more steps are refused: each character of a value may cost as much. */
    static final int LARGEST = 20_000;

    /**
     * Compiles the expression.
     *
     * @param flags of {@link Pattern}
     * @throws com.google.re2j.PatternSyntaxException where RE2 can't run it
     */
    static RegularExpression of(String expression, int flags) {
        return new RegularExpression(Pattern.compile(expression, flags));
    }

    /** How many steps the expression compiled to. */
    int size() {
        return pattern.programSize();
    }

    /** The same as an automaton, which is faster by far, or none where it needs more than one. */
    Optional<Expression> automaton() {
        int flags = pattern.flags();
        return (flags & Pattern.MULTILINE) != 0
                ? Optional.empty()
                : Expression.of(
                        pattern.pattern(), (flags & Pattern.CASE_INSENSITIVE) != 0, (flags & Pattern.DOTALL) != 0);
    }

    @Override
    public boolean fits(Operand value) {
        return value.isSomething() && pattern.matcher(value.text()).find();
    }
}
