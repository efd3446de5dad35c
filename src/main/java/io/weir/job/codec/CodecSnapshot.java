package io.weir.job.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint says of a {@link VersionedSerializer}: which codec wrote, and up to which version. A codec of the same class that
 * is not older reads all of it as it is; any other is incompatible.
 *
 * @param <T> what the serializer serializes
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int FORMAT = 1;

    private @Nullable Codec<T> codec;
    private int version;

    /** Only for Flink, which fills it by {@link #readSnapshot}. */
    public CodecSnapshot() {}

    CodecSnapshot(Codec<T> codec) {
        this.codec = codec;
        this.version = codec.version();
    }

    @Override
    public int getCurrentVersion() {
        return FORMAT;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(known().getClass().getName());
        out.writeInt(version);
    }

    @Override
    public void readSnapshot(int format, DataInputView in, ClassLoader loader) throws IOException {
        if (format != FORMAT) {
            throw new IOException("format " + FORMAT + " of a codec's snapshot expected, found " + format
                    + ": a newer build of Weir wrote this; run that build or a later one");
        }
        Codec<T> found = named(in.readUTF(), loader);
        version = in.readInt();
        if (version > found.version()) {
            // Flink would refuse it, too, and name two serializers that look the same.
            throw new IOException(found.getClass().getName() + " reads up to version " + found.version()
                    + ", the savepoint has version " + version
                    + ": a newer build of Weir wrote this; run that build or a later one");
        }
        codec = found;
    }

    // Unchecked: the snapshot was written by a serializer of T, and its codec is of that type.
    @SuppressWarnings("unchecked")
    private static <T> Codec<T> named(String name, ClassLoader loader) throws IOException {
        try {
            var type = Class.forName(name, true, loader).asSubclass(Codec.class);
            return (Codec<T>) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IOException(
                    "this build of Weir has no codec " + name + ", which the savepoint was written by", e);
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new VersionedSerializer<>(known());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
        return older instanceof CodecSnapshot<T> that && isSuccessorOf(that)
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }

    private boolean isSuccessorOf(CodecSnapshot<T> older) {
        return known().getClass() == older.known().getClass() && version >= older.version;
    }

    private Codec<T> known() {
        if (codec == null) {
            throw new IllegalStateException("the snapshot was not read yet");
        }
        return codec;
    }
}
