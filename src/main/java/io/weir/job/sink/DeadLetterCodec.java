package io.weir.job.sink;

import io.weir.job.codec.Codec;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.Wire;
import io.weir.job.source.Coordinates;
import io.weir.job.source.CoordinatesCodec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link DeadLetter}. */
public final class DeadLetterCodec implements Codec<DeadLetter> {

    /** What streams of dead letters, and their side output, are typed by. */
    public static final CodecType<DeadLetter> TYPE = new CodecType<>(DeadLetter.class, new DeadLetterCodec());

    private static final Codec<Coordinates> COORDINATES = new CoordinatesCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(DeadLetter letter, DataOutputView out) throws IOException {
        Wire.writeText(letter.reason(), out);
        COORDINATES.writeVersioned(letter.from(), out);
        Wire.writeBytes(letter.bytes(), out);
        out.writeLong(letter.size());
    }

    @Override
    public DeadLetter read(int version, DataInputView in) throws IOException {
        return new DeadLetter(Wire.readText(in), COORDINATES.readVersioned(in), Wire.readBytes(in), in.readLong());
    }
}
