package io.weir.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * A state that has all of a key that has little, in one record: most hosts are quiet, and most groups begin with one event and end with it. Read and written at
 * once, that costs what one entry costs, and a key that has no record is known to have nothing. A key that has more has its entries each in its own state, and
 * here a mark that says so.
 *
 * <p>A record begins with a byte that says which of the two it is. Then comes, of each state that has entries, its name, how many they are, and of each the key, how
 * many bytes the value has, and these. Values are what the state's own serializers write, and tell their version here as they do there.
 */
final class Sheets {

    /** The name of the state, which never changes once released. */
    static final String NAME = "small";

    private static final byte SPREAD = 0;
    private static final byte SMALL = 1;

    private final ValueState<byte[]> records;
    private final List<KeyedState<?, ?>> states;
    private final DataOutputSerializer out = new DataOutputSerializer(1 << 10);

    /** Of the keys of those states. */
    Sheets(ValueState<byte[]> records, List<KeyedState<?, ?>> states) {
        this.records = records;
        this.states = states;
    }

    /** The shelf of the current key with all that its record has; none where it has no record. */
    Optional<Shelf> read() {
        try {
            var record = records.value();
            return record == null ? Optional.empty() : Optional.of(read(record));
        } catch (IOException e) {
            throw new FlinkRuntimeException("can't read the state " + NAME, e);
        }
    }

    private Shelf read(byte[] record) throws IOException {
        var in = new DataInputDeserializer(record);
        byte kind = in.readByte();
        if (kind == SPREAD) {
            return Shelf.spread(states.size(), true);
        }
        if (kind != SMALL) {
            throw new IOException("found a record of kind " + kind + ", which a newer build of Weir wrote");
        }
        var shelf = Shelf.small(states.size(), record);
        unpack(in, record, shelf);
        return shelf;
    }

    /** Reads the rest of a record, behind the byte that says what it is. */
    private void unpack(DataInputDeserializer in, byte[] record, Shelf shelf) throws IOException {
        while (in.available() > 0) {
            of(in.readUTF()).unpack(in, record, shelf);
        }
        shelf.grow(record.length);
    }

    private KeyedState<?, ?> of(String name) throws IOException {
        for (var state : states) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new IOException("found a state " + name + ", which a newer build of Weir wrote");
    }

    /**
     * Has a small shelf have its record in place of its entries: the one that they were read from, where nothing has changed since.
     *
     * @param mostBytes a record may have
     * @return whether it does not have more
     */
    boolean hasFolded(Shelf shelf, int mostBytes) {
        if (shelf.isAsRecorded()) {
            shelf.fold(shelf.record());
            return true;
        }
        try {
            boolean isShort = hasPacked(shelf, mostBytes);
            if (isShort) {
                shelf.fold(out.getCopyOfBuffer());
            }
            return isShort;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Has a folded shelf have its entries again. */
    void unfold(Shelf shelf) {
        try {
            var record = shelf.unfolded();
            var in = new DataInputDeserializer(record);
            in.skipBytesToRead(Byte.BYTES);
            unpack(in, record, shelf);
        } catch (IOException e) {
            throw new FlinkRuntimeException("can't read what the state " + NAME + " is to have", e);
        }
    }

    /**
     * Writes all of a shelf as the current key's record.
     *
     * @param mostBytes a record may have
     * @return whether it does not have more, and so was written
     */
    boolean hasTaken(Shelf shelf, int mostBytes) {
        try {
            if (!shelf.isFolded() && !hasPacked(shelf, mostBytes)) {
                return false;
            }
            var record = shelf.isFolded() ? shelf.record() : out.getCopyOfBuffer();
            if (record.length == Byte.BYTES) {
                records.clear();
            } else {
                records.update(record);
            }
            return true;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private boolean hasPacked(Shelf shelf, int mostBytes) throws IOException {
        out.clear();
        out.writeByte(SMALL);
        for (var state : states) {
            if (!state.hasPacked(shelf, out, mostBytes)) {
                return false;
            }
        }
        return true;
    }

    /** The entries of the current key are each in its own state from now on. */
    void mark() {
        try {
            records.update(new byte[] {SPREAD});
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The current key has nothing more. */
    void clear() {
        records.clear();
    }

    private static FlinkRuntimeException failed(IOException cause) {
        return new FlinkRuntimeException("can't write the state " + NAME, cause);
    }
}
