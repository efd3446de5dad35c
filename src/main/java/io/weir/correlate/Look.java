package io.weir.correlate;

import java.util.function.Predicate;

/** How the condition of a correlation is looked at. */
sealed interface Look {

    /** Whether it is certain that one event by itself makes no alert, now or later. */
    boolean takesSeveral();

    /** How much each event adds to a sum that pages keep. */
    Weight weight();

    /** How far events may be from their order in time, in microseconds; zero where order does not count. */
    long slack();

    /** Whether it counts which of two events came first, and not only when they came. */
    default boolean asksForOrder() {
        return slack() > 0;
    }

    /**
     * Event by event: more events can move what is found, not unmake it.
     *
     * @param completions see {@link Completions}
     * @param slack zero where order does not count
     * @param takesSeveral whether one event is never enough
     */
    record ByEvent(Factory completions, Weight weight, long slack, boolean takesSeveral) implements Look {

        /** Makes {@link Completions} for one look at a group. */
        interface Factory {
            Completions of(Timeline timeline, Predicate<Placed> begins);
        }
    }

    /** Window by window, each once it has settled. */
    record ByWindow(Judge judge, boolean asksForOrder) implements Look {

        /** A window has to wait, be it of one event. */
        @Override
        public boolean takesSeveral() {
            return false;
        }

        @Override
        public Weight weight() {
            return Weight.NONE;
        }

        @Override
        public long slack() {
            return 0;
        }
    }
}
