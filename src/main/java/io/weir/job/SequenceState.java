package io.weir.job;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** A counter of the current key: each number is greater than all before it. */
final class SequenceState {

    private final ValueState<Long> state;

    /** Opens the state of that name, which never changes once released. */
    SequenceState(RuntimeContext context, String name) {
        this.state = context.getState(new ValueStateDescriptor<>(name, Types.LONG));
    }

    long next() {
        try {
            @Nullable Long last = state.value();
            long next = last == null ? 1 : last + 1;
            state.update(next);
            return next;
        } catch (IOException e) {
            throw new FlinkRuntimeException("can't count on in the state", e);
        }
    }

    void clear() {
        state.clear();
    }
}
