package io.weir.match.expression;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A regular expression that an {@link ExpressionRun} can find in texts. Immutable. */
public final class Expression {

    private final Program program;
    private final int[] bounds;
    private final BitSet start;

    private Expression(Program program) {
        this.program = program;
        var firsts = new TreeSet<Integer>();
        for (var step : program.steps()) {
            for (var range : step.set().ranges()) {
                firsts.add(range.first());
                firsts.add(range.last() + 1);
            }
        }
        firsts.remove(0);
        this.bounds = firsts.stream().mapToInt(i -> i).toArray();
        this.start = program.closure(List.of(program.start()), true, false);
    }

    /** The expression, or none where it has something that is left to RE2, which has taken it. */
    public static Optional<Expression> of(String expression, boolean ignoresCase, boolean dotTakesLineEnds) {
        return ExpressionParser.parse(expression, ignoresCase, dotTakesLineEnds)
                .flatMap(Program::of)
                .map(Expression::new);
    }

    Program program() {
        return program;
    }

    /** The steps that wait for the first character; not to be changed. */
    BitSet start() {
        return start;
    }

    /** Where sets begin and end: all code points between two of these are alike to the expression. */
    int[] bounds() {
        return bounds;
    }
}
