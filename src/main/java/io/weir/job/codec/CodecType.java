package io.weir.job.codec;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type information of what a {@link Codec} writes: hand it to streams ({@code returns}) and to state descriptors.
 *
 * @param <T> values that nobody changes once they are made
 */
public final class CodecType<T> extends TypeInformation<T> {

    private final Class<T> type;
    private final Codec<T> codec;

    /** The information that values of the type are written by the codec. */
    public CodecType(Class<T> type, Codec<T> codec) {
        this.type = type;
        this.codec = codec;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new VersionedSerializer<>(codec);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    /** Never: keys are texts here. */
    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecType<?> that && type == that.type && codec.getClass() == that.codec.getClass();
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + codec.getClass().hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " by " + codec.getClass().getSimpleName();
    }
}
