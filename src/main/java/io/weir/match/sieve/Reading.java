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

    /**
     * The fields that the last event was asked for, one after the other, until none of the variants remained, and what each left of all variants, null where that
     * was not known. An event of which they leave the same goes the same way, and what is left need not be worked out.
     */
    private final int[] path;

    private final long[] @Nullable [] leftOnPath;

    /** How many they are; 0 where variants remained. */
    private int steps;

    private Reading(int[] slots, Layout layout) {
        this.slots = slots;
        this.skimmed = new Skimmed(layout);
        this.origins = new Object[slots.length];
        this.leaves = new long[slots.length][];
        this.path = new int[slots.length];
        this.leftOnPath = new long[slots.length][];
    }

    static Reading of(Layout layout, List<FieldPlan> fields) {
        var finder = new Finder(layout);
        return new Reading(
                fields.stream().mapToInt(field -> field.source().match(finder)).toArray(), layout);
    }

    /** Takes away of all variants what the event rules out; whether some remain. */
    boolean sift(ScannedEvent event, FieldSieve[] fields, Left left) {
        int step = 0;
        long[] known = null;
        while (step < steps) {
            known = known(path[step], event, fields[path[step]]);
            if (known == null || known != leftOnPath[step]) {
                break;
            }
            step++;
        }
        return (step == 0 || step < steps) && siftFrom(step, known, event, fields, left);
    }

    /**
     * The same of an event that is as the last one for some steps.
     *
     * @param common how many steps
     * @param known what the field of the step behind them leaves, or null where that is not known
     */
    private boolean siftFrom(int common, long @Nullable [] known, ScannedEvent event, FieldSieve[] fields, Left left) {
        left.fill();
        for (int i = 0; i < common; i++) {
            fields[path[i]].retain(left, leftOnPath[i]);
        }
        int step = common;
        int next = 0;
        if (common < steps) {
            next = path[common] + 1;
            step++;
            if (!goOn(common, path[common], known, event, fields, left)) {
                return false;
            }
        }
        for (int field = next; field < fields.length; field++) {
            if (fields[field].concerns(left)
                    && !goOn(step++, field, known(field, event, fields[field]), event, fields, left)) {
                return false;
            }
        }
        steps = 0;
        return true;
    }

    private boolean goOn(
            int step, int field, long @Nullable [] known, ScannedEvent event, FieldSieve[] fields, Left left) {
        path[step] = field;
        leftOnPath[step] = known;
        steps = step + 1;
        return known == null ? look(field, event, fields[field], left) : fields[field].retain(left, known);
    }

    /** What the field of that number leaves of all variants, or null where it is to be {@link #look looked at} for that. Asked once of an event. */
    private long @Nullable [] known(int field, ScannedEvent event, FieldSieve sieve) {
        int slot = slots[field];
        return switch (slot) {
            case ABSENT -> sieve.leftIfAbsent();
            case NOTHING -> sieve.leftIfNothing();
            case OTHER -> null;
            case EVERYTHING -> sieve.leftOfEverything(event, skimmed);
            case PROVIDER -> provider(field, event, sieve);
            case NO_PROVIDER -> noProvider(field, sieve);
            default -> value(field, event, slot, sieve);
        };
    }

    private long @Nullable [] provider(int field, ScannedEvent event, FieldSieve sieve) {
        int slot = event.layout().providerSlot();
        return event.isEmpty(slot) ? null : value(field, event, slot, sieve);
    }

    private long[] noProvider(int field, FieldSieve sieve) {
        long[] known = leaves[field];
        if (known == null) {
            known = sieve.leftOfAll(EMPTY);
            leaves[field] = known;
        }
        return known;
    }

    private long @Nullable [] value(int field, ScannedEvent event, int slot, FieldSieve sieve) {
        var origin = event.origin(slot);
        if (origin == origins[field]) {
            return leaves[field];
        }
        long[] known = sieve.isReadByLines(event, slot) ? null : sieve.known(event, slot);
        if (known != null) {
            origins[field] = origin;
            leaves[field] = known;
        }
        return known;
    }

    /** Takes away what a field rules out of which it is not known what it leaves; whether variants remain. */
    private boolean look(int field, ScannedEvent event, FieldSieve sieve, Left left) {
        int slot = slots[field];
        return switch (slot) {
            case EVERYTHING -> sieve.everything(event, left);
            case PROVIDER -> provider(event, sieve, left);
            case OTHER -> Sieve.take(sieve, event, left);
            default -> sieve.read(event, slot, left);
        };
    }

    private static boolean provider(ScannedEvent event, FieldSieve sieve, Left left) {
        int slot = event.layout().providerSlot();
        return event.isEmpty(slot) ? Sieve.take(sieve, event, left) : sieve.read(event, slot, left);
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
