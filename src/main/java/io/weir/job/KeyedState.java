package io.weir.job;

import io.weir.job.codec.Wire;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
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

    /**
     * How entries are written in a record, and how large they are.
     *
     * @param value the serializer of the state itself
     * @param size how many bytes of heap a value takes, roughly
     */
    record Kind<K, V>(
            Wire.Writer<K> writeKey, Wire.Reader<K> readKey, TypeSerializer<V> value, ToIntFunction<V> size) {}

    private final AtHand atHand;
    private final int number;
    private final String name;
    private final KeyStorage<K, V> storage;
    private final Kind<K, V> kind;

    /**
     * A state whose entries are kept at hand.
     *
     * @param number counts the states of an operator, from 0
     */
    KeyedState(AtHand atHand, int number, String name, KeyStorage<K, V> storage, Kind<K, V> kind) {
        this.atHand = atHand;
        this.number = number;
        this.name = name;
        this.storage = storage;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    Optional<V> get(K key) {
        var shelf = atHand.shelf();
        var held = shelf.at(number).get(key);
        if (held == null) {
            if (!shelf.mayBeStored(number, key)) {
                return Optional.empty();
            }
            held = Held.read(read(key));
            shelf.of(number).put(key, held);
            weigh(shelf, held);
            if (held.value() == null) {
                atHand.miss();
            }
        } else if (held.isPacked()) {
            held.unpack(unpacked(held));
            weigh(shelf, held);
        }
        return Optional.ofNullable(value(held));
    }

    /** The value of an entry that is not packed. */
    @SuppressWarnings("unchecked") // What is set, read and unpacked under this state's number is of its type.
    private @Nullable V value(Held held) {
        return (V) held.value();
    }

    private @Nullable V read(K key) {
        try {
            return storage.get(key);
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    private V unpacked(Held held) {
        var slice = held.slice();
        if (slice == null) {
            throw new IllegalStateException("an entry of " + name + " is neither packed nor has it a value");
        }
        try {
            return kind.value().deserialize(new DataInputDeserializer(slice.bytes(), slice.from(), slice.length()));
        } catch (IOException e) {
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
        var shelf = atHand.shelf();
        shelf.change();
        if (value == null && shelf.isSmall()) {
            drop(key, shelf);
        } else {
            var held = shelf.at(number).get(key);
            if (held == null) {
                held = fresh(key, shelf);
                shelf.of(number).put(key, held);
            }
            held.set(value);
            shelf.note(number, key, held);
            weigh(shelf, held);
        }
    }

    /** An entry that is not at hand. Whoever counts what the storage has must know what it had. */
    private Held fresh(K key, Shelf shelf) {
        if (!shelf.mayBeStored(number, key)) {
            return Held.read(null);
        }
        return shelf.inventory() == null ? Held.unread() : Held.read(read(key));
    }

    private void drop(K key, Shelf shelf) {
        var gone = shelf.at(number).isEmpty() ? null : shelf.of(number).remove(key);
        if (gone != null) {
            atHand.grow(shelf, gone.resize(0));
        }
    }

    private void weigh(Shelf shelf, Held held) {
        var value = value(held);
        atHand.grow(shelf, held.resize(ENTRY + (value == null ? 0 : kind.size().applyAsInt(value))));
    }

    /** Whether the current key is known to have no entry, without a look. */
    boolean isKnownEmpty() {
        var shelf = atHand.shelf();
        return shelf.isComplete() && shelf.at(number).isEmpty();
    }

    /** Whether the current key has no entry. */
    boolean isEmpty() {
        var shelf = atHand.shelf();
        for (var held : shelf.at(number).values()) {
            if (held.isPacked() || held.value() != null) {
                return false;
            }
        }
        if (shelf.isComplete()) {
            return true;
        }
        writeBack(shelf);
        return hasNothingStored();
    }

    /** Whether the storage has no entry of the current key under this name. */
    boolean hasNothingStored() {
        try {
            return storage.isEmpty();
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    /** Writes what has changed on a shelf to the storage, each entry by itself; the shelf's key must be its current one. */
    @SuppressWarnings("unchecked") // What is kept under this state's number has its keys.
    void writeBack(Shelf shelf) {
        var put = new LinkedHashMap<K, V>();
        for (var entry : shelf.takeUnwritten(number)) {
            var held = entry.held();
            if (held.isPacked()) {
                held.unpack(unpacked(held));
            }
            if (!held.isWritten()) {
                var value = value(held);
                if (value == null) {
                    removeStored((K) entry.key());
                } else {
                    put.put((K) entry.key(), value);
                }
                atHand.wrote(shelf, Inventory.hash(number, entry.key()), held.growth());
            }
            held.written();
        }
        putStored(put);
    }

    /** Adds what the storage has of the current key under this name. */
    void count(Inventory stock) {
        try {
            for (var key : storage.keys()) {
                if (stock.isFull()) {
                    return;
                }
                stock.add(Inventory.hash(number, key));
            }
        } catch (Exception e) {
            throw failed("read", e);
        }
    }

    private void removeStored(K key) {
        try {
            storage.remove(key);
        } catch (Exception e) {
            throw failed("write", e);
        }
    }

    private void putStored(Map<K, V> entries) {
        if (!entries.isEmpty()) {
            try {
                storage.putAll(entries);
            } catch (Exception e) {
                throw failed("write", e);
            }
        }
    }

    /**
     * Writes what a shelf has of this state, all in one, for {@link #unpack}.
     *
     * @param most where the output is longer, it is of no use any more
     * @return whether it is not
     */
    @SuppressWarnings("unchecked") // What is kept under this state's number has its keys.
    boolean hasPacked(Shelf shelf, DataOutputSerializer out, int most) throws IOException {
        var entries = shelf.at(number);
        if (entries.isEmpty()) {
            return true;
        }
        out.writeUTF(name);
        out.writeInt(entries.size());
        for (var entry : entries.entrySet()) {
            kind.writeKey().write((K) entry.getKey(), out);
            pack(entry.getValue(), out);
            if (out.length() > most) {
                return false;
            }
        }
        return true;
    }

    private void pack(Held held, DataOutputSerializer out) throws IOException {
        var slice = held.slice();
        if (slice != null) {
            out.writeInt(slice.length());
            out.write(slice.bytes(), slice.from(), slice.length());
            return;
        }
        var value = value(held);
        if (value == null) {
            throw new IllegalStateException("an entry of " + name + " that was removed is still there");
        }
        int at = out.length();
        out.writeInt(0);
        kind.value().serialize(value, out);
        out.writeIntUnsafe(out.length() - at - Integer.BYTES, at);
    }

    /** Reads what {@link #hasPacked} wrote, the name apart. Values stay as they are until somebody asks for them. */
    void unpack(DataInputDeserializer in, byte[] record, Shelf shelf) throws IOException {
        var entries = shelf.of(number);
        for (int left = in.readInt(); left > 0; left--) {
            var key = kind.readKey().read(in);
            int length = in.readInt();
            if (length < 0) {
                throw new IOException("a value of " + name + " has " + length + " bytes: the record is damaged");
            }
            var held = Held.packed(new Slice(record, in.getPosition(), length));
            in.skipBytesToRead(length);
            entries.put(key, held);
            shelf.grow(held.resize(ENTRY));
        }
    }

    private FlinkRuntimeException failed(String what, Exception cause) {
        return new FlinkRuntimeException("can't " + what + " the state " + name, cause);
    }
}
