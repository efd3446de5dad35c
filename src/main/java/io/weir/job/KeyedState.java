package io.weir.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * A map in the state of the current key, for code that does not know Flink: what Flink throws is passed on unchecked. What was read or written stays at hand
 * and gets to the storage later, see {@link AtHand}.
 *
 * @param <K> the map's keys
 * @param <V> the map's values, which nobody changes once they are made
 */
final class KeyedState<K, V> {

    /** What an entry takes beside its value, and its key: two objects, a place in a table, and a text of 30 letters. */
    private static final int ENTRY = 160;

    private final AtHand atHand;
    private final String name;
    private final KeyStorage<K, V> storage;
    private final ToIntFunction<V> size;
    private final Map<String, Map<K, Held<V>>> shelves = new HashMap<>();
    private String current = "";
    private @Nullable Map<K, Held<V>> shelf;

    /**
     * A state whose entries are kept at hand.
     *
     * @param size how many bytes of heap a value takes, roughly
     */
    KeyedState(AtHand atHand, String name, KeyStorage<K, V> storage, ToIntFunction<V> size) {
        this.atHand = atHand;
        this.name = name;
        this.storage = storage;
        this.size = size;
    }

    /** That key of the stream is the current one from now on. */
    void begin(String key) {
        current = key;
        shelf = null;
    }

    /** Most keys of a stream have nothing in most states. */
    private Map<K, Held<V>> shelf() {
        var known = shelf;
        if (known == null) {
            known = shelves.computeIfAbsent(current, other -> new HashMap<>());
            shelf = known;
        }
        return known;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(held(key).value());
    }

    private Held<V> held(K key) {
        var known = shelf().get(key);
        if (known == null) {
            known = Held.read(read(key));
            shelf().put(key, known);
            weigh(known);
        }
        return known;
    }

    private @Nullable V read(K key) {
        try {
            return storage.get(key);
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    void put(K key, V value) {
        set(key, value);
    }

    void remove(K key) {
        set(key, null);
    }

    private void set(K key, @Nullable V value) {
        var held = shelf().computeIfAbsent(key, unread -> Held.unread());
        held.set(value);
        weigh(held);
    }

    private void weigh(Held<V> held) {
        var value = held.value();
        atHand.grow(held.resize(ENTRY + (value == null ? 0 : size.applyAsInt(value))));
    }

    boolean isEmpty() {
        if (shelf().values().stream().anyMatch(held -> held.value() != null)) {
            return false;
        }
        write(shelf());
        try {
            return storage.isEmpty();
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    /** Writes what is at hand of a key of the stream to the storage, whose current key it must be. */
    void writeBack(String key) {
        write(shelves.getOrDefault(key, Map.of()));
    }

    private void write(Map<K, Held<V>> entries) {
        entries.forEach((key, held) -> {
            if (!held.isWritten()) {
                write(key, held.value());
                held.written();
            }
        });
    }

    private void write(K key, @Nullable V value) {
        try {
            if (value == null) {
                storage.remove(key);
            } else {
                storage.put(key, value);
            }
        } catch (Exception e) {
            throw failed("write", e);
        }
    }

    /** Forgets what is at hand of a key of the stream; the state has it. */
    void putAway(String key) {
        var entries = shelves.remove(key);
        if (entries != null) {
            atHand.grow(-entries.values().stream().mapToLong(Held::size).sum());
        }
    }

    private FlinkRuntimeException failed(String what, Exception cause) {
        return new FlinkRuntimeException("can't " + what + " the state " + name, cause);
    }
}
