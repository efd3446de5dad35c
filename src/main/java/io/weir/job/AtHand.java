package io.weir.job;

import io.weir.job.codec.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.jspecify.annotations.Nullable;

/**
 * The states of one operator, of which those of the keys that were last in hand stay in memory as values. An event is looked at from many sides, and the next one
 * of its host from the same: with RocksDB each look is a search and the reading of bytes, each change their writing. So what has changed is written when a
 * checkpoint is taken ({@link WriteBehindOperator}) or when its key makes room for others, and no sooner. A key that has little is read and
 * written as one record ({@link Sheets}), and nothing is looked for that it does not have; the record is all that stays of it while others are in hand.
 */
final class AtHand {

    /** Room for more is made for a sixteenth of all at once. */
    private static final int ROOM = 16;

    /** An {@link Inventory} may take a quarter. */
    private static final int INVENTORY = 4;

    /**
     * How much there may be.
     *
     * @param heap bytes of it to take, roughly; what the element in hand needs is taken at any rate
     * @param record bytes of one at most
     * @param misses how often the storage is asked in vain for entries of a key before it is found out what it has
     */
    record Bounds(long heap, int record, int misses) implements Serializable {}

    private final RuntimeContext context;
    private final List<KeyedState<?, ?>> states = new ArrayList<>();
    private final Sheets sheets;

    /** What is at hand by key, the one that was in hand longest ago first. */
    private final LinkedHashMap<String, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);

    private @Nullable KeyContext operator;
    private Bounds bounds = new Bounds(0, 0, 0);
    private boolean hasAlwaysHadRecords;
    private @Nullable Shelf current;
    private long bytes;

    AtHand(RuntimeContext context) {
        this.context = context;
        this.sheets = new Sheets(
                context.getState(
                        new ValueStateDescriptor<>(Sheets.NAME, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)),
                states);
    }

    /**
     * Opens the state of that name, which never changes once released.
     *
     * @param size how many bytes of heap a value takes, roughly
     */
    <V> KeyedState<String, V> map(String name, TypeInformation<V> value, ToIntFunction<V> size) {
        var kind = new KeyedState.Kind<>(Wire::writeText, Wire::readText, context.createSerializer(value), size);
        return map(name, Types.STRING, value, kind);
    }

    /** The same with numbers for keys. */
    <V> KeyedState<Long, V> numbered(String name, TypeInformation<V> value, ToIntFunction<V> size) {
        var kind = new KeyedState.Kind<>(AtHand::write, DataInput::readLong, context.createSerializer(value), size);
        return map(name, Types.LONG, value, kind);
    }

    /** The same with buckets of groups for keys. */
    <V> KeyedState<BucketKey, V> buckets(String name, TypeInformation<V> value, ToIntFunction<V> size) {
        var kind = new KeyedState.Kind<>(
                (BucketKey key, DataOutputView out) -> Wire.writeText(key.text(), out),
                in -> BucketKey.of(Wire.readText(in)),
                context.createSerializer(value),
                size);
        var state = context.getMapState(new MapStateDescriptor<>(name, Types.STRING, value));
        return opened(name, new KeyStorage.OfTexts<>(state, BucketKey::text, BucketKey::of), kind);
    }

    private static void write(Long number, DataOutput out) throws IOException {
        out.writeLong(number);
    }

    private <K, V> KeyedState<K, V> map(
            String name, TypeInformation<K> key, TypeInformation<V> value, KeyedState.Kind<K, V> kind) {
        var state = context.getMapState(new MapStateDescriptor<>(name, key, value));
        return opened(name, new KeyStorage.OfMap<>(state), kind);
    }

    /** Opens the state of that name, which has one entry a key of the stream, under that key. */
    KeyedState<String, Long> value(String name, String key, TypeInformation<Long> type) {
        var state = context.getState(new ValueStateDescriptor<>(name, type));
        var kind = new KeyedState.Kind<>(
                Wire::writeText, Wire::readText, context.createSerializer(type), value -> Long.BYTES);
        return opened(name, new KeyStorage.OfValue<>(key, state), kind);
    }

    private <K, V> KeyedState<K, V> opened(String name, KeyStorage<K, V> storage, KeyedState.Kind<K, V> kind) {
        var state = new KeyedState<>(this, states.size(), name, storage, kind);
        states.add(state);
        return state;
    }

    /**
     * Has keys set with that operator, before anything else.
     *
     * @param alwaysHadRecords whether a key that has no record has nothing; not so in a state that an earlier build began
     */
    void lend(KeyContext lent, Bounds most, boolean alwaysHadRecords) {
        operator = lent;
        bounds = most;
        hasAlwaysHadRecords = alwaysHadRecords;
    }

    private KeyContext operator() {
        return Objects.requireNonNull(operator, "lend() comes first");
    }

    /** A further element or timer is in hand: of the operator's current key. */
    void begin() {
        var key = (String) operator().getCurrentKey();
        if (bytes > bounds.heap()) {
            makeRoom();
            operator().setCurrentKey(key);
        }
        var next = shelves.get(key);
        if (next == null) {
            next = opened();
            shelves.put(key, next);
            bytes += next.weight();
        } else if (next.isFolded()) {
            int before = next.weight();
            sheets.unfold(next);
            bytes += next.weight() - before;
        }
        if (current != null && !isInHand(next)) {
            fold(current);
        }
        current = next;
    }

    @SuppressWarnings("ReferenceEquality") // The very shelf.
    private boolean isInHand(Shelf shelf) {
        return shelf == current;
    }

    /**
     * Has what is at hand of a key that has little be its record. Made when the next key comes, while all that goes into it is in the processor's cache, that takes a sixth of the
     * time that it takes when room is made: the values are some hundred objects. And so small, ten times as many keys stay at hand.
     */
    private void fold(Shelf shelf) {
        if (shelf.isSmall()) {
            int before = shelf.weight();
            if (!sheets.hasFolded(shelf, bounds.record())) {
                shelf.spread();
            }
            bytes += shelf.weight() - before;
        }
    }

    /** What is at hand of the current key. */
    Shelf shelf() {
        return Objects.requireNonNull(current, "begin() comes first");
    }

    private Shelf opened() {
        return sheets.read()
                .orElseGet(() -> hasNothing() ? Shelf.small(states.size()) : Shelf.spread(states.size(), false));
    }

    private boolean hasNothing() {
        return hasAlwaysHadRecords || states.stream().allMatch(KeyedState::hasNothingStored);
    }

    private void makeRoom() {
        long enough = bounds.heap() - bounds.heap() / ROOM;
        var oldest = shelves.entrySet().iterator();
        while (bytes > enough && oldest.hasNext()) {
            var least = oldest.next();
            var shelf = least.getValue();
            write(least.getKey(), shelf);
            // The one key that has so much by itself is the one that is in hand: of it the newer half stays.
            int freed = oldest.hasNext() || shelf.isSmall() ? 0 : halve(shelf);
            for (bytes -= freed; bytes > enough && freed > 0; bytes -= freed) {
                freed = shelf.halve();
            }
            if (bytes > enough) {
                bytes -= shelf.weight();
                oldest.remove();
                current = isInHand(shelf) ? null : current;
            }
        }
    }

    private int halve(Shelf shelf) {
        if (shelf.isComplete()) {
            var stock = stock();
            shelf.count(stock);
            keep(stock, shelf);
        }
        return shelf.halve();
    }

    private Inventory stock() {
        return new Inventory((int) (bounds.heap() / INVENTORY));
    }

    private void keep(Inventory stock, Shelf shelf) {
        int before = shelf.weight();
        shelf.inventory(stock.isFull() ? null : stock);
        bytes += shelf.weight() - before;
    }

    /** An entry of the current key was looked for in the storage, which does not have it. */
    void miss() {
        var shelf = shelf();
        if (shelf.inventory() == null && shelf.miss() == bounds.misses()) {
            states.forEach(state -> state.writeBack(shelf));
            var stock = stock();
            states.forEach(state -> state.count(stock));
            keep(stock, shelf);
        }
    }

    /** An entry was written, with which the storage has so many more of the key: 1, 0 or -1. */
    void wrote(Shelf shelf, int hash, int more) {
        var stock = shelf.inventory();
        if (stock == null || more == 0) {
            return;
        }
        int before = stock.weight();
        if (more > 0) {
            stock.add(hash);
        } else {
            stock.remove(hash);
        }
        grow(shelf, stock.weight() - before);
        if (stock.isFull()) {
            keep(stock, shelf);
        }
    }

    /** Writes all that has changed to the state. The operator's current key is another one afterwards. */
    void writeBack() {
        shelves.forEach(this::write);
    }

    private void write(String key, Shelf shelf) {
        if (shelf.isChanged()) {
            operator().setCurrentKey(key);
            if (!shelf.isSmall() || !sheets.hasTaken(shelf, bounds.record())) {
                spread(shelf);
            }
            shelf.written();
        }
    }

    private void spread(Shelf shelf) {
        shelf.spread();
        states.forEach(state -> state.writeBack(shelf));
        if (!shelf.isMarked()) {
            sheets.mark();
            shelf.mark();
        }
    }

    /** The current key has lost something, perhaps its last: a mark that its entries are spread goes, where none is left. */
    void lessen() {
        var shelf = shelf();
        if (!shelf.isSmall() && states.stream().allMatch(KeyedState::isEmpty)) {
            states.forEach(state -> state.writeBack(shelf));
            sheets.clear();
            var key = (String) operator().getCurrentKey();
            bytes -= shelf.weight();
            current = Shelf.small(states.size());
            bytes += current.weight();
            shelves.put(key, current);
        }
    }

    /** Whether the current key has little, so that it can be {@linkplain #clear cleared}. */
    boolean isSmall() {
        return shelf().isSmall();
    }

    /** Takes away all of the current key. */
    void clear() {
        var shelf = shelf();
        bytes -= shelf.weight();
        shelf.clear();
        bytes += shelf.weight();
    }

    /** What is at hand of a key takes so many bytes more. */
    void grow(Shelf shelf, int more) {
        shelf.grow(more);
        bytes += more;
    }
}
