package io.weir.job.codec;

import io.weir.job.rules.Ruled;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The bytes of what goes from one operator to the next, with the version of the rules that made it.
 *
 * @param <T> what goes
 */
abstract class RuledCodec<T> implements Codec<Ruled<T>> {

    private final Codec<T> element;

    RuledCodec(Codec<T> element) {
        this.element = element;
    }

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Ruled<T> value, DataOutputView out) throws IOException {
        out.writeLong(value.rules());
        element.writeVersioned(value.element(), out);
    }

    @Override
    public Ruled<T> read(int version, DataInputView in) throws IOException {
        return new Ruled<>(in.readLong(), element.readVersioned(in));
    }

    /** The type information of what such a codec writes. */
    @SuppressWarnings("unchecked") // A class of a generic type has no other name.
    static <T> TypeInformation<Ruled<T>> type(RuledCodec<T> codec) {
        return new CodecType<>((Class<Ruled<T>>) (Class<?>) Ruled.class, codec);
    }
}
