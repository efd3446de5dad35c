package io.weir.job;

import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * A map in the state of the current key, for code that does not know Flink: what Flink throws is passed on unchecked.
 *
 * @param <K> the map's keys
 * @param <V> the map's values
 */
final class KeyedState<K, V> {

    private final MapState<K, V> state;
    private final String name;

    /** Opens the state of that name, which never changes once released. */
    KeyedState(RuntimeContext context, String name, TypeInformation<K> key, TypeInformation<V> value) {
        this.name = name;
        this.state = context.getMapState(new MapStateDescriptor<>(name, key, value));
    }

    Optional<V> get(K key) {
        try {
            return Optional.ofNullable(state.get(key));
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    void put(K key, V value) {
        try {
            state.put(key, value);
        } catch (Exception e) {
            throw failed("write", e);
        }
    }

    void remove(K key) {
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
