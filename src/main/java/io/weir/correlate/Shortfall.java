package io.weir.correlate;

import java.util.List;

/** What one group of a correlation lacked for an alert, and how much. Rules are named by their ids. */
public sealed interface Shortfall {

    /** How near it came, from 0 to 1: what is nearer is told first. */
    double nearness();

    <R> R match(Cases<R> cases);

    /**
     * Some rules matched and others did not.
     *
     * @param there those that did
     * @param missing those that did not, of the way to fulfil the condition that came nearest
     */
    record Missing(List<String> there, List<String> missing) implements Shortfall {
        public Missing {
            there = List.copyOf(there);
            missing = List.copyOf(missing);
        }

        @Override
        public double nearness() {
            return 0.8 * there.size() / (there.size() + missing.size());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /**
     * All that is asked for happened, over too long a time.
     *
     * @param micros from the first to the last event, in microseconds, where they lie closest
     * @param over by how much that is more than the timespan
     */
    record TooLong(long micros, long over) implements Shortfall {
        @Override
        public double nearness() {
            return 0.9 + 0.1 * (micros - over) / (double) Math.max(1, micros);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tooLong(this);
        }
    }

    /**
     * All that is asked for happened, in another order.
     *
     * @param first what should have come first
     * @param then what should have come next, and came before it
     * @param micros how long before, where they lie closest
     */
    record WrongOrder(String first, String then, long micros) implements Shortfall {
        @Override
        public double nearness() {
            return 0.85;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wrongOrder(this);
        }
    }

    /** All that is asked for happened, and what must not. */
    record Unwanted(String rule) implements Shortfall {
        @Override
        public double nearness() {
            return 0.95;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unwanted(this);
        }
    }

    /**
     * A number that came near what the condition asks for.
     *
     * @param measured the number that came nearest, in decimal digits
     * @param wanted what the condition compares it with, such as {@code gte: 5}
     * @param of what was counted or measured: {@code events}, {@code values}, {@code rules}, or the name of a field
     * @param events how many events were in that window
     * @param nearness see {@link Shortfall#nearness}
     */
    record Amount(String measured, List<String> wanted, String of, int events, double nearness) implements Shortfall {
        public Amount {
            wanted = List.copyOf(wanted);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount(this);
        }
    }

    /** One answer for each kind of shortfall. */
    interface Cases<R> {
        R missing(Missing shortfall);

        R tooLong(TooLong shortfall);

        R wrongOrder(WrongOrder shortfall);

        R unwanted(Unwanted shortfall);

        R amount(Amount shortfall);
    }
}
