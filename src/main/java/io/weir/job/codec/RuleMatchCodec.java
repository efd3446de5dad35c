package io.weir.job.codec;

import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link RuleMatch}. */
public final class RuleMatchCodec implements Codec<RuleMatch> {

    private static final Codec<MatchedField> FIELD = new MatchedFieldCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(RuleMatch match, DataOutputView out) throws IOException {
        Wire.writeText(match.rule(), out);
        Wire.writeText(match.hash(), out);
        Wire.writeList(match.matched(), FIELD::writeVersioned, out);
    }

    @Override
    public RuleMatch read(int version, DataInputView in) throws IOException {
        return new RuleMatch(Wire.readText(in), Wire.readText(in), Wire.readList(FIELD::readVersioned, in));
    }
}
