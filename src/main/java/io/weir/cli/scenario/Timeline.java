package io.weir.cli.scenario;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Puts what happens in the order of time: events may be planned ahead, get their record numbers when their time has come, and go to the
 * collector of their machine.
 */
final class Timeline {

    static final long SECOND = 1_000_000;

    private static final Comparator<Planned> BY_TIME =
            Comparator.<Planned>comparingLong(planned -> planned.event().time()).thenComparingLong(Planned::number);

    private final Map<Machine, Collector> collectors;
    private final int room;
    private final PriorityQueue<Planned> ahead = new PriorityQueue<>(BY_TIME);
    private int planned;

    private record Planned(Observation event, long number) {}

    /**
     * A timeline on which nothing has happened.
     *
     * @param collectors who takes the events of each machine
     * @param room how many events there is room for
     */
    Timeline(Map<Machine, Collector> collectors, int room) {
        this.collectors = collectors;
        this.room = room;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static OffsetDateTime utc(long micros) {
        return instant(micros).atOffset(ZoneOffset.UTC);
    }

    boolean isFull() {
        return planned == room;
    }

    /** How many events there is still room for. */
    int left() {
        return room - planned;
    }

    int size() {
        return planned;
    }

    /** Plans an event, and says whether there was room for it. */
    boolean add(Observation event) {
        if (isFull()) {
            return false;
        }
        ahead.add(new Planned(event, planned++));
        return true;
    }

    /** Lets time pass until then. */
    void advance(long now) throws IOException {
        for (var next = ahead.peek(); next != null && next.event().time() <= now; next = ahead.peek()) {
            happen(ahead.remove().event());
        }
        for (var collector : collectors.values()) {
            collector.writeUntil(now);
        }
    }

    private void happen(Observation event) throws IOException {
        var collector = Objects.requireNonNull(collectors.get(event.machine()), "every machine has a collector");
        collector.take(event, event.machine().nextRecord(event.kind().log()));
    }
}
