package io.weir.job.codec;

import io.weir.match.MatchedField;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link MatchedField}. */
public final class MatchedFieldCodec implements Codec<MatchedField> {

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(MatchedField field, DataOutputView out) throws IOException {
        Wire.writeText(field.selection(), out);
        Wire.writeText(field.field(), out);
        Wire.writeText(field.modifiers(), out);
        Wire.writeText(field.pattern(), out);
        Wire.writeText(field.value(), out);
    }

    @Override
    public MatchedField read(int version, DataInputView in) throws IOException {
        return new MatchedField(
                Wire.readText(in), Wire.readText(in), Wire.readText(in), Wire.readText(in), Wire.readText(in));
    }
}
