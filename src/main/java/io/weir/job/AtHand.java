package io.weir.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.jspecify.annotations.Nullable;

/**
 * The states of one operator, of which those of the keys that were last in hand stay in memory as values. An event is looked at from many sides, and the next one
 * of its host from the same: with RocksDB each look is a search and the reading of bytes, each change their writing. So what has changed is written when a
 * checkpoint is taken ({@link WriteBehindOperator}) or when its key makes room for others, and no sooner.
 */
final class AtHand {

    /** Room for more is made for a sixteenth of all at once. */
    private static final int ROOM = 16;

    private final RuntimeContext context;
    private final List<KeyedState<?, ?>> states = new ArrayList<>();

    /** The keys that have something at hand, the one that was in hand longest ago first. */
    private final LinkedHashSet<String> keys = new LinkedHashSet<>();

    private @Nullable KeyContext operator;
    private String current = "";
    private long mostBytes;
    private long bytes;

    AtHand(RuntimeContext context) {
        this.context = context;
    }

    /**
     * Opens the state of that name, which never changes once released.
     *
     * @param size how many bytes of heap a value takes, roughly
     */
    <K, V> KeyedState<K, V> map(String name, TypeInformation<K> key, TypeInformation<V> value, ToIntFunction<V> size) {
        var state = context.getMapState(new MapStateDescriptor<>(name, key, value));
        return opened(new KeyedState<>(this, name, new KeyStorage.OfMap<>(state), size));
    }

    /** Opens the state of that name, which has one entry a key of the stream. */
    KeyedState<String, Long> value(String name, TypeInformation<Long> type) {
        var state = context.getState(new ValueStateDescriptor<>(name, type));
        return opened(new KeyedState<>(this, name, new KeyStorage.OfValue<>(state), value -> Long.BYTES));
    }

    private <K, V> KeyedState<K, V> opened(KeyedState<K, V> state) {
        states.add(state);
        return state;
    }

    /**
     * Has keys set with that operator, before anything else.
     *
     * @param most bytes of heap to take, roughly; what the element in hand needs is taken at any rate
     */
    void lend(KeyContext lent, long most) {
        operator = lent;
        mostBytes = most;
    }

    private KeyContext operator() {
        return Objects.requireNonNull(operator, "lend() comes first");
    }

    /** A further element or timer is in hand: of the operator's current key. */
    void begin() {
        var key = (String) operator().getCurrentKey();
        if (bytes > mostBytes) {
            makeRoom();
            operator().setCurrentKey(key);
        }
        if (!key.equals(current) || !keys.contains(key)) {
            keys.remove(key);
            keys.add(key);
            current = key;
            states.forEach(state -> state.begin(key));
        }
    }

    private void makeRoom() {
        long enough = mostBytes - mostBytes / ROOM;
        var oldest = keys.iterator();
        while (bytes > enough && oldest.hasNext()) {
            var key = oldest.next();
            oldest.remove();
            write(key);
            states.forEach(state -> state.putAway(key));
        }
    }

    /** Writes all that has changed to the state. The operator's current key is another one afterwards. */
    void writeBack() {
        keys.forEach(this::write);
    }

    private void write(String key) {
        operator().setCurrentKey(key);
        states.forEach(state -> state.writeBack(key));
    }

    /** What is at hand takes so many bytes more. */
    void grow(long more) {
        bytes += more;
    }
}
