package io.weir.match.sieve;

import io.weir.event.Event;
import io.weir.event.Layout;
import io.weir.event.ScannedEvent;
import io.weir.match.value.Operand;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs of a plan: looks at the fields of an event, one after the other, for as long as rules remain that it may match. For one thread.
 */
public final class Sieve {

    /** More layouts than these are not remembered. */
    private static final int MOST_LAYOUTS = 1 << 12;

    private final SievePlan plan;
    private final FieldSieve[] fields;
    private final Left left;
    private final int[] candidates;
    private final boolean[] sure;
    private final Map<Layout, Reading> readings = new HashMap<>();

    /** A sieve with nothing remembered, which counts its work there, and will remember as much as there is room for. */
    public Sieve(SievePlan plan, Work work, CacheRoom room) {
        this.plan = plan;
        var shared = new FieldSieve.Shared(
                new Left(plan.variants()), new Alike(), new Marks(plan.variants()), new FoldedText(), work, room);
        this.fields = plan.fields().stream()
                .map(field -> new FieldSieve(field, shared))
                .toArray(FieldSieve[]::new);
        this.left = new Left(plan.variants());
        this.candidates = new int[plan.variants()];
        this.sure = new boolean[plan.variants()];
    }

    /**
     * Finds the rules that the event may match: all that it does, and few others.
     *
     * @return how many there are; {@link #candidate} names them
     */
    public int sift(Event event) {
        if (event instanceof ScannedEvent scanned) {
            return sift(scanned, reading(scanned.layout()));
        }
        left.fill();
        return siftAny(event) ? gather() : 0;
    }

    /** The same of an event that was scanned, with what is known of its layout: a {@link #reading} of this sieve. */
    public int sift(ScannedEvent event, Reading reading) {
        return reading.sift(event, fields, left) ? gather() : 0;
    }

    /** The number of a rule that {@link #sift} has found; they ascend. */
    public int candidate(int i) {
        return candidates[i];
    }

    /** Whether the event matches that rule for certain; else the rule is to be asked. */
    public boolean isSure(int i) {
        return sure[i];
    }

    /** What is known of the layout, for this sieve and no other. */
    public Reading reading(Layout layout) {
        var known = readings.get(layout);
        if (known == null) {
            if (readings.size() >= MOST_LAYOUTS) {
                readings.clear();
            }
            known = Reading.of(layout, plan.fields());
            readings.put(layout, known);
        }
        return known;
    }

    private boolean siftAny(Event event) {
        for (var field : fields) {
            if (field.concerns(left) && !take(field, event, left)) {
                return false;
            }
        }
        return true;
    }

    /** Takes away what the field of any event rules out; whether variants remain. */
    static boolean take(FieldSieve field, Event event, Left left) {
        Optional<List<Operand>> values = field.source().match(new Values(event));
        return values.isPresent() ? field.values(values.get(), left) : field.retain(left, field.leftIfAbsent());
    }

    /** The rules of the variants that are left, which need not be side by side. */
    private int gather() {
        int variants = left.list(candidates);
        for (int i = 0; i < variants; i++) {
            candidates[i] = plan.answer(candidates[i]);
        }
        Arrays.sort(candidates, 0, variants);
        int count = 0;
        for (int i = 0; i < variants; i++) {
            int rule = SievePlan.Answer.rule(candidates[i]);
            if (count == 0 || candidates[count - 1] != rule) {
                sure[count] = SievePlan.Answer.isSure(candidates[i]);
                candidates[count++] = rule;
            }
        }
        return count;
    }
}
