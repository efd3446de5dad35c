package io.weir.job;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /**
     * A map whose keys are texts in the storage: they are made where it is asked, and not for each look at what is at hand.
     *
     * @param text of a key
     * @param key of such a text
     */
    record OfTexts<K, V>(MapState<String, V> state, Function<K, String> text, Function<String, K> key)
            implements KeyStorage<K, V> {

        @Override
        public @Nullable V get(K key) throws Exception {
            return state.get(text.apply(key));
        }

        @Override
        public void putAll(Map<K, V> entries) throws Exception {
            var texts = new LinkedHashMap<String, V>();
            entries.forEach((key, value) -> texts.put(text.apply(key), value));
            state.putAll(texts);
        }

        @Override
        public void remove(K key) throws Exception {
            state.remove(text.apply(key));
        }

        @Override
        public boolean isEmpty() throws Exception {
            return state.isEmpty();
        }

        @Override
        public Iterable<K> keys() throws Exception {
            var texts = state.keys().iterator();
            return () -> new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return texts.hasNext();
                }

                @Override
                public K next() {
                    return key.apply(texts.next());
                }
            };
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
