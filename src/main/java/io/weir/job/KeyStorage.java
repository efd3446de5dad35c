package io.weir.job;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * Flink's state of the current key, be it a map or the one entry of a value.
 *
 * @param <K> the keys of entries
 * @param <V> their values
 */
interface KeyStorage<K, V> {

    /** What is stored under that key of the map; null where nothing is. */
    @Nullable
    V get(K key) throws Exception;

    /** Puts all at once, which costs the storage less than each by itself. */
    void putAll(Map<K, V> entries) throws Exception;

    void remove(K key) throws Exception;

    boolean isEmpty() throws Exception;

    /** The keys of all entries. */
    Iterable<K> keys() throws Exception;

    /** A map. */
    record OfMap<K, V>(MapState<K, V> state) implements KeyStorage<K, V> {

        @Override
        public @Nullable V get(K key) throws Exception {
            return state.get(key);
        }

        @Override
        public void putAll(Map<K, V> entries) throws Exception {
            state.putAll(entries);
        }

        @Override
        public void remove(K key) throws Exception {
            state.remove(key);
        }

        @Override
        public boolean isEmpty() throws Exception {
            return state.isEmpty();
        }

        @Override
        public Iterable<K> keys() throws Exception {
            return state.keys();
        }
    }

    /** A value, which is the entry of that key, the only one. */
    record OfValue<K, V>(K key, ValueState<V> state) implements KeyStorage<K, V> {

        @Override
        public @Nullable V get(K key) throws Exception {
            return state.value();
        }

        @Override
        public void putAll(Map<K, V> entries) throws Exception {
            for (var value : entries.values()) {
                state.update(value);
            }
        }

        @Override
        public void remove(K key) {
            state.clear();
        }

        @Override
        public boolean isEmpty() throws Exception {
            return state.value() == null;
        }

        @Override
        public Iterable<K> keys() throws Exception {
            return isEmpty() ? List.of() : List.of(key);
        }
    }
}
