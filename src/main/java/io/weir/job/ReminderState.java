package io.weir.job;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * What the current key is to do, and when: one timer for all of one stretch of time, so that a busy key has few.
 *
 * @param <R> what there is to do
 */
final class ReminderState<R> {

    /** So many may wait together for longer: a quiet key has one timer then where it had three, and is woken once to forget. */
    private static final int FEW = 16;

    private final KeyedState<Long, List<R>> due;
    private final Patience patience;
    private @Nullable TimerService timers;

    /**
     * Opens the state of that name, which never changes once released.
     *
     * @param patience how long what is due may have to wait
     */
    ReminderState(AtHand atHand, String name, TypeInformation<R> type, Patience patience) {
        this.patience = patience;
        this.due = atHand.numbered(name, Types.LIST(type), HeapSize::of);
    }

    /** Registers timers with that service from now on: Flink lends it with each element. */
    void with(TimerService lent) {
        timers = lent;
    }

    /** Has the reminder due at the first end of a stretch after that time. It may be due twice, where it is added twice. */
    void add(long micros, R reminder) {
        long few = end(micros, patience.ofFew());
        var known = due.get(few);
        long many = known.orElse(List.of()).size() < FEW ? few : end(micros, patience.ofMany());
        if (many == few) {
            add(few, known, reminder);
        } else {
            add(many, due.get(many), reminder);
        }
    }

    private static long end(long micros, Duration stretch) {
        long millis = stretch.toMillis();
        return (Math.floorDiv(Math.floorDiv(micros, 1_000), millis) + 1) * millis;
    }

    private void add(long millis, Optional<List<R>> known, R reminder) {
        if (known.isEmpty()) {
            Objects.requireNonNull(timers, "with() comes first").registerEventTimeTimer(millis);
        }
        var old = known.orElse(List.of());
        var reminders = Growing.with(old, reminder);
        if (reminders.size() > old.size()) {
            due.put(millis, reminders);
        }
    }

    /** Takes out what is due at the timer of that time. */
    List<R> take(long millis) {
        var reminders = due.get(millis);
        // RocksDB keeps a mark for all that is removed, were it there or not, and whoever looks for what is next wades
        // through them.
        if (reminders.isPresent()) {
            due.remove(millis);
        }
        return reminders.orElse(List.of());
    }

    /** Whether the key has nothing left to do. */
    boolean isEmpty() {
        return due.isEmpty();
    }
}
