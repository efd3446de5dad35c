package io.weir.match.sieve;

import io.weir.event.ScannedEvent;
import io.weir.match.value.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sieve of one field: takes away the variants that its values rule out. For one thread. */
final class FieldSieve {

    private final FieldPlan plan;
    private final FoldedText text;
    private final Work work;
    private final ValueCache cache;
    private final ValueTests tests;
    private final @Nullable LongValues longValues;
    private final FieldPlan.Level[] levels;

    /** The variants that remain though the bare presence of a value would rule them out, or may do so. */
    private final Marks remaining;

    /** All variants, to find out what a value leaves of them. */
    private final Left everything;

    private final Alike alike;

    FieldSieve(FieldPlan plan, Shared shared) {
        this.plan = plan;
        this.text = shared.text;
        this.work = shared.work;
        this.cache = new ValueCache(shared.room);
        this.tests = new ValueTests(plan, work);
        this.longValues = LongValues.of(plan.finder(), text, work);
        this.levels = plan.levels().toArray(FieldPlan.Level[]::new);
        this.remaining = shared.remaining;
        this.everything = shared.everything;
        this.alike = shared.alike;
    }

    /**
     * What the fields of a sieve have between them, as one is looked at after the other: of ten thousand rules it is 70 KB.
     *
     * @param everything for what a value leaves of all variants, one at a time
     * @param remaining for one field at a time
     * @param text the value that is looked at
     */
    record Shared(Left everything, Alike alike, Marks remaining, FoldedText text, Work work, CacheRoom room) {}

    Source source() {
        return plan.source();
    }

    /** Whether one of those variants needs something of the field: the others stay, whatever it says. */
    boolean concerns(Left left) {
        return left.hasAny(plan.concerned(), plan.concernedWords());
    }

    /** Takes away what is not there of a set that has all variants which need nothing of the field; whether variants remain. */
    boolean retain(Left left, long[] remaining) {
        return left.retain(remaining, plan.concernedWords());
    }

    /** What remains of all variants where the event does not have the field. */
    long[] leftIfAbsent() {
        return plan.possible().absent();
    }

    /** What remains where the field is there, and a null or an empty list. */
    long[] leftIfNothing() {
        return plan.possible().nothing();
    }

    /** Whether the value in that slot may be looked at line by line, and is not to be remembered before that was tried. */
    boolean isReadByLines(ScannedEvent event, int slot) {
        return longValues != null && event.to(slot) - event.from(slot) >= LongValues.SHORTEST;
    }

    /** Where the value in that slot is the only one, and this is found in it; whether variants remain. */
    private boolean read(ScannedEvent event, int slot, FoundInLines found, Left left) {
        begin(left);
        tests.beginValue(new Held.InEvent(event, slot));
        int level = 0;
        found.tell(0, event, slot, tests);
        while (level < levels.length && isOpen(levels[level], left)) {
            found.tell(++level, event, slot, tests);
        }
        return retain(left);
    }

    /** What the value in that slot leaves of all variants if it is the only one, or null where that is not known and not worth working out. */
    long @Nullable [] known(ScannedEvent event, int slot) {
        byte[] bytes = event.bytes();
        int from = event.isText(slot) ? event.from(slot) - 1 : event.from(slot); // texts and numbers are not the same
        int to = event.to(slot);
        int hash = ValueCache.hash(bytes, from, to);
        long[] known = cache.get(bytes, from, to, hash);
        if (known == null && cache.comesAgain(hash)) {
            known = leftOfAll(event, slot);
            cache.put(bytes, from, to, hash, known);
        }
        return known;
    }

    /** Where the value in that slot is the only one, of which is not known what it leaves; whether variants remain. */
    boolean read(ScannedEvent event, int slot, Left left) {
        if (!isReadByLines(event, slot)) {
            return readWhole(event, slot, left);
        }
        var found = Objects.requireNonNull(longValues, "read by lines").find(event, slot);
        if (found != null) {
            return read(event, slot, found, left);
        }
        long[] known = known(event, slot);
        return known == null ? readWhole(event, slot, left) : retain(left, known);
    }

    /** Looks for literals as long as they may decide something. */
    private boolean readWhole(ScannedEvent event, int slot, Left left) {
        begin(event, slot, left);
        int level = 0;
        plan.finder().find(0, text, tests, work);
        while (level < levels.length && isOpen(levels[level], left)) {
            plan.finder().find(++level, text, tests, work);
        }
        return retain(left);
    }

    private void begin(ScannedEvent event, int slot, Left left) {
        begin(left);
        beginValue(event, slot);
    }

    private void begin(Left left) {
        tests.begin(left.districts(plan.concernedWords()));
    }

    private void beginValue(ScannedEvent event, int slot) {
        tests.beginValue(new Held.InEvent(event, slot));
        text.read(event.bytes(), event.from(slot), event.to(slot));
    }

    /** Whether it depends on literals of later levels what remains. */
    private boolean isOpen(FieldPlan.Level level, Left left) {
        if (!left.hasAny(level.open(), plan.concernedWords())) {
            return false;
        }
        if (left.hasAny(level.possible(), plan.concernedWords())) {
            return true;
        }
        tests.doubt(level.inDoubt());
        return anyMayRemain(tests.holding(), level, left) || anyMayRemain(tests.open(), level, left);
    }

    private boolean anyMayRemain(Marks marked, FieldPlan.Level level, Left left) {
        for (int i = 0; i < marked.count(); i++) {
            for (int variant : plan.variants()[marked.get(i)]) {
                if (left.has(variant) && Bits.has(level.open(), variant)) {
                    work.look();
                    if (plan.clauses()[variant].mayHold(tests)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void findAll() {
        for (int level = 0; level < plan.finder().levels(); level++) {
            plan.finder().find(level, text, tests, work);
        }
    }

    /** What all values of the event leave of all variants, of which some are known to have no keyword, or null where they are to be looked at. */
    long @Nullable [] leftOfEverything(ScannedEvent event, Skimmed skimmed) {
        var words = plan.words();
        return words != null && !event.isDisguised() && !skimmed.mayHave(words, event, work)
                ? plan.possible().something()
                : null;
    }

    /** Where all values of the event are looked at; whether variants remain. */
    boolean everything(ScannedEvent event, Left left) {
        if (event.layout().computesAny() || plan.presence().isNull() >= 0) {
            return Sieve.take(this, event, left);
        }
        begin(left);
        for (int slot : event.layout().slots()) {
            beginValue(event, slot);
            findAll();
            tests.makeOpen();
        }
        return retain(left);
    }

    /** Whatever the values are; whether variants remain. */
    boolean values(List<Operand> values, Left left) {
        begin(left);
        boolean hasSomething = false;
        boolean hasNull = false;
        for (var value : values) {
            hasSomething |= value.isSomething();
            hasNull |= !value.isSomething();
            add(value);
        }
        if (!hasSomething) {
            return retain(left, leftIfNothing());
        }
        if (hasNull) {
            tests.addNull();
        }
        return retain(left);
    }

    private void add(Operand value) {
        if (value.isSomething()) {
            tests.beginValue(new Held.AsText(value));
            text.read(value.text());
            findAll();
            tests.makeOpen();
        }
    }

    /** Takes away what the tests rule out; whether variants remain. Only those that are left are looked at. */
    private boolean retain(Left left) {
        remaining.clear();
        look(tests.holding(), left);
        look(tests.open(), left);
        boolean remain = retain(left, plan.possible().something());
        for (int i = 0; i < remaining.count(); i++) {
            left.add(remaining.get(i));
            remain = true;
        }
        return remain;
    }

    private void look(Marks marked, Left left) {
        for (int i = 0; i < marked.count(); i++) {
            for (int variant : plan.watching()[marked.get(i)]) {
                if (left.has(variant) && !remaining.isMarked(variant)) {
                    look(variant, left);
                }
            }
        }
    }

    private void look(int variant, Left left) {
        work.look();
        if (plan.clauses()[variant].holds(tests)) {
            remaining.mark(variant);
        } else {
            left.remove(variant);
        }
    }

    /** What those values leave of all variants. */
    long[] leftOfAll(List<Operand> values) {
        everything.fill();
        values(values, everything);
        return everything.toBits();
    }

    /** What the value leaves of all variants: the same object for most values that leave the same. */
    private long[] leftOfAll(ScannedEvent event, int slot) {
        everything.fill();
        begin(event, slot, everything);
        findAll();
        if (tests.onlyPresence()) {
            return plan.possible().something();
        }
        retain(everything);
        long[] left = everything.toBits();
        return Arrays.equals(left, plan.possible().something())
                ? plan.possible().something()
                : alike.of(left);
    }
}
