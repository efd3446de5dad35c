package io.weir.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one case, round by round. */
final class Measured {

    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    private final Case subject;
    private final List<Cost> starts = new ArrayList<>();
    private final List<Cost> wholes = new ArrayList<>();

    Measured(Case subject) {
        this.subject = subject;
    }

    Case subject() {
        return subject;
    }

    String name() {
        return subject.name();
    }

    void add(Cost start, Cost whole) {
        starts.add(start);
        wholes.add(whole);
        if (whole.events() != events()) {
            throw new IllegalStateException(
                    name() + " saw " + whole.events() + " events, and " + events() + " the round before");
        }
    }

    long events() {
        return wholes.get(0).events();
    }

    /** CPU seconds until the first event. */
    Spread startSeconds() {
        return Spread.of(starts, start -> start.cpuNanos() / NANOS_A_SECOND);
    }

    /** CPU microseconds an event. */
    Spread micros() {
        double start = Spread.of(starts, Cost::cpuNanos).median();
        return Spread.of(wholes, whole -> (whole.cpuNanos() - start) / NANOS_A_MICRO / whole.events());
    }

    /** Events a second by the clock. */
    Spread speed() {
        double start = Spread.of(starts, Cost::clockNanos).median();
        return Spread.of(wholes, whole -> whole.events() * NANOS_A_SECOND / (whole.clockNanos() - start));
    }

    /** Bytes allocated an event. */
    Spread bytes() {
        double start = Spread.of(starts, Cost::allocatedBytes).median();
        return Spread.of(wholes, whole -> (whole.allocatedBytes() - start) / whole.events());
    }
}
