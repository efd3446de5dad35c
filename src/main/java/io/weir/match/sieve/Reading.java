package io.weir.match.sieve;

import io.weir.event.Layout;
import io.weir.event.ScannedEvent;
import java.util.List;

/** Where the events of one layout have the fields of a plan: looked up once for all of them. */
final class Reading {

    /** Of no layout. */
    static final Reading NONE = new Reading(new int[0]);

    private static final int ABSENT = -1;
    private static final int NOTHING = -2;

    /** A list, or worked out. */
    private static final int OTHER = -3;

    private static final int EVERYTHING = -4;

    private static final int PROVIDER = -5;

    private final int[] slots;

    private Reading(int[] slots) {
        this.slots = slots;
    }

    static Reading of(Layout layout, List<FieldPlan> fields) {
        var finder = new Finder(layout);
        return new Reading(
                fields.stream().mapToInt(field -> field.source().match(finder)).toArray());
    }

    /** Takes away what the field of that number rules out; whether variants remain. */
    boolean take(int field, ScannedEvent event, FieldSieve sieve, long[] left) {
        int slot = slots[field];
        return switch (slot) {
            case ABSENT -> sieve.absent(left);
            case NOTHING -> sieve.nothing(left);
            case OTHER -> Sieve.take(sieve, event, left);
            case EVERYTHING -> sieve.everything(event, left);
            case PROVIDER -> provider(event, sieve, left);
            default -> sieve.value(event, slot, left);
        };
    }

    private static boolean provider(ScannedEvent event, FieldSieve sieve, long[] left) {
        int slot = event.layout().providerSlot();
        return event.isEmpty(slot) ? Sieve.take(sieve, event, left) : sieve.value(event, slot, left);
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
            return layout.providerSlot() < 0 ? OTHER : PROVIDER;
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
