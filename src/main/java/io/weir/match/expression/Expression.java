package io.weir.match.expression;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that an {@link ExpressionRun} can find in texts, or several of them together. Immutable. Two that are written alike are equal: rules that look for the same have one
 * test of it between them.
 */
public final class Expression {

    private final Object written;
    private final Program program;
    private final int[] bounds;
    private final BitSet start;

    // Threads that race make equal ones, and their fields are final. Most expressions never see a text.
    private @Nullable Moves moves;

    private Expression(Object written, Program program) {
        this.written = written;
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

    /** What the program follows from. */
    private record Written(String expression, boolean ignoresCase, boolean dotTakesLineEnds) {}

    /** The expression, or none where it has something that is left to RE2, which has taken it. */
    public static Optional<Expression> of(String expression, boolean ignoresCase, boolean dotTakesLineEnds) {
        return ExpressionParser.parse(expression, ignoresCase, dotTakesLineEnds)
                .flatMap(Program::of)
                .map(program -> new Expression(new Written(expression, ignoresCase, dotTakesLineEnds), program));
    }

    /** Those expressions together, each with the number that is its place; or none where that is too much for one run. */
    public static Optional<Expression> anyOf(List<Expression> expressions) {
        var written = expressions.stream().map(expression -> expression.written).toList();
        return Program.anyOf(expressions.stream().map(Expression::program).toList())
                .map(program -> new Expression(written, program));
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

    Moves moves() {
        var known = moves;
        if (known == null) {
            known = Moves.of(program, bounds);
            moves = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && written.equals(expression.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
