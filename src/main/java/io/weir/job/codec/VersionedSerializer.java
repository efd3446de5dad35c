package io.weir.job.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What Flink asks of a serializer, answered by a {@link Codec}: each value is a version byte and what the codec writes, so a savepoint
 * may hold values of several versions.
 *
 * @param <T> values that nobody changes once they are made, so that copies are not needed
 */
public final class VersionedSerializer<T> extends TypeSerializer<T> {

    private static final int VARIABLE_LENGTH = -1;

    private final Codec<T> codec;

    /** A serializer of what the codec writes. */
    public VersionedSerializer(Codec<T> codec) {
        this.codec = codec;
    }

    Codec<T> codec() {
        return codec;
    }

    @Override
    public void serialize(T value, DataOutputView out) throws IOException {
        codec.writeVersioned(value, out);
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        return codec.readVersioned(in);
    }

    @Override
    public T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView from, DataOutputView to) throws IOException {
        serialize(deserialize(from), to);
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        throw new UnsupportedOperationException("immutable values are read, never filled");
    }

    @Override
    public int getLength() {
        return VARIABLE_LENGTH;
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(codec);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionedSerializer<?> that && codec.getClass() == that.codec.getClass();
    }

    @Override
    public int hashCode() {
        return codec.getClass().hashCode();
    }
}
