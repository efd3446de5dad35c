package io.weir.match.sieve;

import io.weir.match.expression.Expression;
import io.weir.match.expression.ExpressionRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which tests of one field hold of the values of an event: literals decide most of them, the others are made when they are asked for. For one thread. */
final class ValueTests implements Tails.Found, Clause.Answers, Clause.Doubts {

    private final FieldPlan plan;
    private final int[] onlyTests;
    private final Work work;

    /** The literals that were found in a value and have several tests: what is there a thousand times is gone through once. */
    private final Marks several;

    /** The tests that hold, of any value of the field. */
    private final Marks holding;

    /** The tests that may hold, and are made when an answer is asked for. */
    private final Marks open;

    private final @Nullable ExpressionRun[] runs;
    private final Together together;

    /** Of the variants that are asked about. */
    private long districts;

    /** The value that open tests are to be made of. */
    private Held held = Held.NOTHING;

    /** The tests that literals of a later level may decide. */
    private boolean[] inDoubt = {};

    ValueTests(FieldPlan plan, Work work) {
        this.plan = plan;
        this.onlyTests = plan.onlyTests();
        this.several = new Marks(plan.finder().literals());
        this.work = work;
        this.holding = new Marks(plan.tests().size());
        this.open = new Marks(plan.tests().size());
        this.together = new Together();
        this.runs = new ExpressionRun[plan.tests().size()];
    }

    /** Those that hold, of any value of the field. */
    Marks holding() {
        return holding;
    }

    /** Those that may hold, and are made when an answer is asked for. */
    Marks open() {
        return open;
    }

    /** Begins with a field of which nothing is known but that it has a value, for variants of those districts. */
    void begin(long asking) {
        districts = asking;
        holding.clear();
        open.clear();
        hold(plan.presence().exists());
        hold(plan.presence().isSomething());
    }

    /** That one of the values is a null. */
    void addNull() {
        hold(plan.presence().isNull());
    }

    private void hold(int test) {
        if (test >= 0) {
            holding.mark(test);
        }
    }

    /** Begins with a value, in which literals are then looked for. */
    void beginValue(Held value) {
        held = value;
        together.begin();
        several.clear();
        for (int test : plan.always()) {
            open.mark(test);
        }
    }

    /** Of one of several values what is open is tested at once, as it would have to be remembered of which values. */
    void makeOpen() {
        for (int i = 0; i < open.count(); i++) {
            make(open.get(i));
        }
        open.clear();
    }

    @Override
    public long districts() {
        return districts;
    }

    @Override
    public void literal(int number) {
        int test = onlyTests[number];
        if (test >= 0) {
            holding.mark(test);
        } else if (test != FieldPlan.OfLiteral.SEVERAL) {
            open.mark(~test);
        } else if (several.mark(number)) {
            all(plan.ofLiterals().get(number));
        }
    }

    private void all(FieldPlan.OfLiteral found) {
        for (int test : found.holding()) {
            holding.mark(test);
        }
        for (int test : found.toMake()) {
            open.mark(test);
        }
    }

    /** Whether nothing holds but that there is a value. */
    boolean onlyPresence() {
        int presence =
                (plan.presence().exists() >= 0 ? 1 : 0) + (plan.presence().isSomething() >= 0 ? 1 : 0);
        return holding.count() == presence && open.count() == 0;
    }

    /** Those tests are in doubt from now on: literals that decide them have not been looked for. */
    void doubt(boolean[] tests) {
        inDoubt = tests;
    }

    @Override
    public boolean mayHold(int test) {
        return inDoubt[test] || holding.isMarked(test) || open.isMarked(test);
    }

    @Override
    public boolean mayFail(int test) {
        return !holding.isMarked(test);
    }

    @Override
    public boolean holds(int test) {
        if (open.isMarked(test) && !holding.isMarked(test)) {
            make(test);
            open.unmark(test);
        }
        return holding.isMarked(test);
    }

    private void make(int test) {
        if (!holding.isMarked(test) && (together.knows(test) ? together.finds(test) : fits(test))) {
            holding.mark(test);
        }
    }

    private boolean fits(int test) {
        work.test(held.length());
        var how = plan.tests().get(test);
        if (how != null) {
            return how.fits(held.value());
        }
        var expression = plan.expressions().get(test);
        return expression != null && held.foundBy(run(test, expression)) != 0;
    }

    /** Looks for all expressions that are to be tried with every value in one walk through it, where each would take one. */
    private final class Together {

        /** Of each test its bit in what is found, or 0. */
        private final long[] bits = new long[plan.tests().size()];

        private @Nullable ExpressionRun run;
        private boolean isAsked;
        private long found;

        Together() {
            if (plan.together() != null) {
                long bit = 1;
                for (int test : plan.always()) {
                    if (plan.expressions().get(test) != null) {
                        bits[test] = bit;
                        bit <<= 1;
                    }
                }
            }
        }

        void begin() {
            isAsked = false;
        }

        boolean knows(int test) {
            return bits[test] != 0;
        }

        boolean finds(int test) {
            if (!isAsked) {
                isAsked = true;
                work.test(held.length());
                found = held.foundBy(run());
            }
            return (found & bits[test]) != 0;
        }

        private ExpressionRun run() {
            var known = run;
            if (known == null) {
                known = new ExpressionRun(Objects.requireNonNull(plan.together()));
                run = known;
            }
            return known;
        }
    }

    private ExpressionRun run(int test, Expression expression) {
        var known = runs[test];
        if (known == null) {
            known = new ExpressionRun(expression);
            runs[test] = known;
        }
        return known;
    }
}
