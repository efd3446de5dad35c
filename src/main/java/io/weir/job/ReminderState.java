package io.weir.job;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    private final KeyedState<Long, List<R>> due;
    private final long stretchMillis;
    private @Nullable TimerService timers;

    /**
     * Opens the state of that name, which never changes once released.
     *
     * @param stretch how long what is due may have to wait
     */
    ReminderState(AtHand atHand, String name, TypeInformation<R> type, Duration stretch) {
        this.stretchMillis = stretch.toMillis();
        this.due = atHand.numbered(name, Types.LIST(type), HeapSize::of);
    }

    /** Registers timers with that service from now on: Flink lends it with each element. */
    void with(TimerService lent) {
        timers = lent;
    }

    /** Has the reminder due at the first end of a stretch after that time. */
    void add(long micros, R reminder) {
        long millis = (Math.floorDiv(Math.floorDiv(micros, 1_000), stretchMillis) + 1) * stretchMillis;
        var known = due.get(millis);
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
