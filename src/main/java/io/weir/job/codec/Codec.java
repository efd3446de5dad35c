package io.weir.job.codec;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of one type of immutable values, in every version that was ever released.
 *
 * <p>An implementation is a public class with a public constructor without arguments and no fields: savepoints name it, and it is made
 * again from its name. To change what is written, raise {@link #version()} and keep {@link #read} reading the older ones. A part
 * that has a codec of its own is written by {@link #writeVersioned}: when the part's version rises, what contains it stays as it is.
 *
 * @param <T> values that nobody changes once they are made
 */
public interface Codec<T> extends Serializable {

    /** The version that {@link #write} writes: 1 at first, then one more for each change of what is written. */
    byte version();

    /** Writes the value in the current version; the version itself is not part of it. */
    void write(T value, DataOutputView out) throws IOException;

    /**
     * Reads a value.
     *
     * @param version the version that it was written in, from 1 to {@link #version()}
     * @throws IOException where the bytes are no such value
     */
    T read(int version, DataInputView in) throws IOException;

    /** Writes the version as one byte, then the value. */
    default void writeVersioned(T value, DataOutputView out) throws IOException {
        out.writeByte(version());
        write(value, out);
    }

    /**
     * Reads what {@link #writeVersioned} of this build or an older one wrote.
     *
     * @throws IOException where a newer build wrote it, or the bytes are no such value
     */
    default T readVersioned(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version > version()) {
            throw new IOException(getClass().getName() + " reads up to version " + version() + ", found version "
                    + version + ": a newer build of Weir wrote this; run that build or a later one");
        }
        if (version < 1) {
            throw new IOException(
                    getClass().getName() + " reads versions from 1, found " + version + ": the bytes are damaged");
        }
        try {
            return read(version, in);
        } catch (IllegalArgumentException e) {
            throw new IOException(getClass().getName() + " found what no value says: the bytes are damaged", e);
        }
    }
}
