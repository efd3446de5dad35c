package io.weir.match.sieve;

import io.weir.event.ScannedEvent;
import io.weir.match.expression.Expression;
import io.weir.match.expression.ExpressionRun;
import io.weir.match.value.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sieve of one field: takes away the variants that its values rule out. For one thread. */
final class FieldSieve implements Tails.Found, Clause.Answers {

    private final FieldPlan plan;
    private final FoldedText text;
    private final Work work;
    private final ValueCache cache = new ValueCache();

    /** The literals that were found in a value. */
    private final Marks literals;

    /** The tests that hold, of any value of the field. */
    private final Marks holding;

    /** The tests that may hold, and are made when an answer is asked for. */
    private final Marks open;

    /** The variants that remain though the bare presence of a value would rule them out, or may do so. */
    private final Marks remaining;

    private final long[] everything;

    private final @Nullable ExpressionRun[] runs;

    /** The value that open tests are to be made of. */
    private Held held = Held.NOTHING;

    FieldSieve(FieldPlan plan, int variants, FoldedText text, Work work) {
        this.plan = plan;
        this.text = text;
        this.work = work;
        this.literals = new Marks(plan.finder().literals());
        this.holding = new Marks(plan.tests().size());
        this.open = new Marks(plan.tests().size());
        this.remaining = new Marks(variants);
        this.runs = new ExpressionRun[plan.tests().size()];
        this.everything = Bits.all(variants);
    }

    Source source() {
        return plan.source();
    }

    /** Whether one of those variants needs something of the field: the others stay, whatever it says. */
    boolean concerns(long[] left) {
        return Bits.haveCommon(left, plan.concerned());
    }

    /** Where the event does not have the field; whether variants remain. */
    boolean absent(long[] left) {
        return Bits.retain(left, plan.possible().absent());
    }

    /** Where the field is there, and a null or an empty list; whether variants remain. */
    boolean nothing(long[] left) {
        return Bits.retain(left, plan.possible().nothing());
    }

    /** Where the value in that slot is the only one; whether variants remain. */
    boolean value(ScannedEvent event, int slot, long[] left) {
        byte[] bytes = event.bytes();
        int from = event.isText(slot) ? event.from(slot) - 1 : event.from(slot); // texts and numbers are not the same
        int to = event.to(slot);
        if (!cache.isUsed(to - from)) {
            read(event, slot);
            return retain(left);
        }
        int hash = ValueCache.hash(bytes, from, to);
        long[] known = cache.get(bytes, from, to, hash);
        if (known == null) {
            read(event, slot);
            if (!cache.comesAgain(hash)) {
                return retain(left);
            }
            known = leftOfAll();
            cache.put(bytes, from, to, hash, known);
        }
        return Bits.retain(left, known);
    }

    private void read(ScannedEvent event, int slot) {
        begin();
        readOne(event, slot);
    }

    private void readOne(ScannedEvent event, int slot) {
        beginValue();
        text.read(event.bytes(), event.from(slot), event.to(slot));
        plan.finder().find(text, this, work);
        held = new Held.InEvent(event, slot);
    }

    private void readOneOfMany(ScannedEvent event, int slot) {
        readOne(event, slot);
        makeOpen();
    }

    /** Where all values of the event are looked at; whether variants remain. */
    boolean everything(ScannedEvent event, long[] left) {
        var words = plan.words();
        if (words != null && !event.isDisguised()) {
            work.skim(event.bytes().length);
            if (!words.mayBeIn(event.bytes())) {
                return Bits.retain(left, plan.possible().something());
            }
        }
        if (event.layout().computesAny() || plan.presence().isNull() >= 0) {
            return Sieve.take(this, event, left);
        }
        begin();
        for (int slot : event.layout().slots()) {
            readOneOfMany(event, slot);
        }
        return retain(left);
    }

    /** Whatever the values are; whether variants remain. */
    boolean values(List<Operand> values, long[] left) {
        begin();
        boolean hasSomething = false;
        boolean hasNull = false;
        for (var value : values) {
            hasSomething |= value.isSomething();
            hasNull |= !value.isSomething();
            add(value);
        }
        if (!hasSomething) {
            return nothing(left);
        }
        if (hasNull) {
            hold(plan.presence().isNull());
        }
        return retain(left);
    }

    /** Begins with a field of which nothing is known but that it has a value. */
    private void begin() {
        holding.clear();
        open.clear();
        hold(plan.presence().exists());
        hold(plan.presence().isSomething());
    }

    private void hold(int test) {
        if (test >= 0) {
            holding.mark(test);
        }
    }

    private void beginValue() {
        literals.clear();
        for (int test : plan.always()) {
            open.mark(test);
        }
    }

    /** One of several values: what is open is tested at once, as it would have to be remembered of which values. */
    private void add(Operand value) {
        if (value.isSomething()) {
            beginValue();
            text.read(value.text());
            plan.finder().find(text, this, work);
            held = new Held.AsText(value);
            makeOpen();
        }
    }

    private void makeOpen() {
        for (int i = 0; i < open.count(); i++) {
            make(open.get(i));
        }
        open.clear();
    }

    @Override
    public void literal(int number) {
        if (literals.mark(number)) {
            var found = plan.ofLiterals().get(number);
            for (int test : found.holding()) {
                holding.mark(test);
            }
            for (int test : found.toMake()) {
                open.mark(test);
            }
        }
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
        if (!holding.isMarked(test)) {
            work.test(held.length());
            if (fits(test)) {
                holding.mark(test);
            }
        }
    }

    private boolean fits(int test) {
        var how = plan.tests().get(test);
        if (how != null) {
            return how.fits(held.value());
        }
        var expression = plan.expressions().get(test);
        return expression != null && held.isFoundBy(run(test, expression));
    }

    private ExpressionRun run(int test, Expression expression) {
        var known = runs[test];
        if (known == null) {
            known = new ExpressionRun(expression);
            runs[test] = known;
        }
        return known;
    }

    /** Takes away what the tests rule out; whether variants remain. Only those that are left are looked at. */
    private boolean retain(long[] left) {
        remaining.clear();
        look(holding, left);
        look(open, left);
        boolean remain = Bits.retain(left, plan.possible().something());
        for (int i = 0; i < remaining.count(); i++) {
            Bits.set(left, remaining.get(i));
            remain = true;
        }
        return remain;
    }

    private void look(Marks tests, long[] left) {
        for (int i = 0; i < tests.count(); i++) {
            for (int variant : plan.variants()[tests.get(i)]) {
                if (Bits.has(left, variant) && !remaining.isMarked(variant)) {
                    look(variant, left);
                }
            }
        }
    }

    private void look(int variant, long[] left) {
        work.look();
        if (plan.clauses()[variant].holds(this)) {
            remaining.mark(variant);
        } else {
            Bits.clear(left, variant);
        }
    }

    /** What the tests leave of all variants. */
    private long[] leftOfAll() {
        if (onlyPresence()) {
            return plan.possible().something();
        }
        long[] left = everything.clone();
        retain(left);
        return left;
    }

    private boolean onlyPresence() {
        int presence =
                (plan.presence().exists() >= 0 ? 1 : 0) + (plan.presence().isSomething() >= 0 ? 1 : 0);
        return holding.count() == presence && open.count() == 0;
    }
}
