package io.weir.job;

import org.apache.flink.api.common.typeinfo.Types;

/** A counter of the current key: each number is greater than all before it. */
final class SequenceState {

    private static final String LAST = "last";

    private final KeyedState<String, Long> state;

    /** Opens the state of that name, which never changes once released. */
    SequenceState(AtHand atHand, String name) {
        this.state = atHand.value(name, LAST, Types.LONG);
    }

    long next() {
        long next = state.get(LAST).map(last -> last + 1).orElse(1L);
        state.put(LAST, next);
        return next;
    }

    void clear() {
        state.remove(LAST);
    }
}
