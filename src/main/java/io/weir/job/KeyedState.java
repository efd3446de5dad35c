package io.weir.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * A map in the state of the current key, for code that does not know Flink: what Flink throws is passed on unchecked. What was read or written since
 * {@link #begin} is at hand and is not read again: an element is looked at from many sides, and each read of RocksDB costs as much as all else.
 *
 * @param <K> the map's keys
 * @param <V> the map's values
 */
final class KeyedState<K, V> {

    /** A table that has had more entries is not emptied but replaced: emptying it takes as long as it is. */
    private static final int LARGE = 256;

    private final MapState<K, V> state;
    private final String name;
    private Map<K, Optional<V>> atHand = new HashMap<>();

    /** Opens the state of that name, which never changes once released. */
    KeyedState(RuntimeContext context, String name, TypeInformation<K> key, TypeInformation<V> value) {
        this.name = name;
        this.state = context.getMapState(new MapStateDescriptor<>(name, key, value));
    }

    /** A further element or timer, perhaps of another key, is in hand. */
    void begin() {
        if (atHand.size() > LARGE) {
            atHand = new HashMap<>();
        } else {
            atHand.clear();
        }
    }

    Optional<V> get(K key) {
        return atHand.computeIfAbsent(key, this::read);
    }

    private Optional<V> read(K key) {
        try {
            return Optional.ofNullable(state.get(key));
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    void put(K key, V value) {
        atHand.put(key, Optional.of(value));
        try {
            state.put(key, value);
        } catch (Exception e) {
            throw failed("write", e);
        }
    }

    void remove(K key) {
        atHand.put(key, Optional.empty());
        try {
            state.remove(key);
        } catch (Exception e) {
            throw failed("write", e);
        }
    }

    boolean isEmpty() {
        try {
            return state.isEmpty();
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    private FlinkRuntimeException failed(String what, Exception cause) {
        return new FlinkRuntimeException("can't " + what + " the state " + name, cause);
    }
}
