package io.weir.match.sieve;

import io.weir.event.FieldValue;
import io.weir.event.Layout;
import io.weir.event.ScannedEvent;
import io.weir.match.value.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one layout have the fields of a plan, looked up once for all of them; and what the last values there have left, as most values are
 * those of the event before. For one thread.
 */
public final class Reading {

    private static final int ABSENT = -1;
    private static final int NOTHING = -2;

    /** A list, or worked out. */
    private static final int OTHER = -3;

    private static final int EVERYTHING = -4;

    private static final int PROVIDER = -5;

    private static final int NO_PROVIDER = -6;

    private static final List<Operand> EMPTY =
            Operand.of(new FieldValue.Text("")).toList();

    private final int[] slots;
    private final Skimmed skimmed;

    /** Of each field, the origin of a value of which it is known what it leaves, and that. */
    private final @Nullable Object[] origins;

    private final long[] @Nullable [] leaves;

    private Reading(int[] slots, Layout layout) {
        this.slots = slots;
        this.skimmed = new Skimmed(layout);
        this.origins = new Object[slots.length];
        this.leaves = new long[slots.length][];
    }

    static Reading of(Layout layout, List<FieldPlan> fields) {
        var finder = new Finder(layout);
        return new Reading(
                fields.stream().mapToInt(field -> field.source().match(finder)).toArray(), layout);
    }

    /** Takes away what the field of that number rules out; whether variants remain. */
    boolean take(int field, ScannedEvent event, FieldSieve sieve, Left left) {
        int slot = slots[field];
        return switch (slot) {
            case ABSENT -> sieve.absent(left);
            case NOTHING -> sieve.nothing(left);
            case OTHER -> Sieve.take(sieve, event, left);
            case EVERYTHING -> sieve.everything(event, skimmed, left);
            case PROVIDER -> provider(field, event, sieve, left);
            case NO_PROVIDER -> noProvider(field, sieve, left);
            default -> value(field, event, slot, sieve, left);
        };
    }

    private boolean provider(int field, ScannedEvent event, FieldSieve sieve, Left left) {
        int slot = event.layout().providerSlot();
        return event.isEmpty(slot) ? Sieve.take(sieve, event, left) : value(field, event, slot, sieve, left);
    }

    private boolean noProvider(int field, FieldSieve sieve, Left left) {
        if (leaves[field] == null) {
            leaves[field] = sieve.leftOfAll(EMPTY);
        }
        return sieve.retain(left, leaves[field]);
    }

    private boolean value(int field, ScannedEvent event, int slot, FieldSieve sieve, Left left) {
        var origin = event.origin(slot);
        if (origin != origins[field]) {
            var lines = sieve.lines(event, slot);
            if (lines != null) {
                return sieve.read(event, slot, lines, left);
            }
            long[] known = sieve.known(event, slot);
            if (known == null) {
                return sieve.read(event, slot, left);
            }
            origins[field] = origin;
            leaves[field] = known;
        }
        return sieve.retain(left, leaves[field]);
    }

    /** The slot of a source, or one of the signs above. */
    private record Finder(Layout layout) implements Source.Cases<Integer> {

        @Override
        public Integer named(Source.Named source) {
            for (var name : source.names()) {
                if (layout.computes(name)) {
                    return OTHER;
                }
                int[] slots = layout.slots(name);
                if (slots.length > 0) {
                    return slots.length > 1 ? OTHER : slots[0] == Layout.NULL ? NOTHING : slots[0];
                }
            }
            return ABSENT;
        }

        @Override
        public Integer header(Source.Header source) {
            return switch (layout.providerSlot()) {
                case Layout.EMPTY -> NO_PROVIDER;
                case Layout.NOWHERE -> OTHER;
                default -> PROVIDER;
            };
        }

        @Override
        public Integer everything(Source.Everything source) {
            return EVERYTHING;
        }

        @Override
        public Integer workedOut(Source.WorkedOut source) {
            return OTHER;
        }
    }
}
