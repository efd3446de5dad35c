package io.weir.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.jspecify.annotations.Nullable;

/**
 * What an operator makes of the rules that elements were made by. While rules change, elements of the old and of the new come side by side, from subtasks that
 * change over one after the other, so the last few are kept. Which came last is remembered over restarts: timers ask for it, until the first element comes.
 *
 * @param <T> what is made of a version
 */
final class KnownRules<T> {

    private static final int MOST = 3;

    private final LongFunction<T> made;
    private final RememberedRules remembered;
    private final Map<Long, T> known = new LinkedHashMap<>();
    private long version;
    private @Nullable T current;

    /**
     * Begins with what the state remembers.
     *
     * @param made what is made of a version
     * @param rules says with which of several versions to go on
     */
    KnownRules(LongFunction<T> made, OperatorStateStore states, RuleSetSource rules) throws Exception {
        this.made = made;
        this.remembered = new RememberedRules(states);
        this.version = rules.goOnWith(remembered.all());
    }

    /** What is made of the rules of that version, which is the current one from now on. */
    T of(long asked) {
        if (asked != version) {
            version = asked;
            current = null;
        }
        return current();
    }

    /** What is made of the rules of the last element. */
    T current() {
        var now = current;
        if (now == null) {
            now = known.remove(version);
            now = now == null ? made.apply(version) : now;
            known.put(version, now); // Behind all others: the first is the one that has not been asked for longest.
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
            current = now;
        }
        return now;
    }

    /** The version of {@link #current}. */
    long version() {
        return version;
    }

    /** Has the state remember the current version. */
    void remember() throws Exception {
        remembered.remember(version);
    }
}
