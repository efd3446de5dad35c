package io.weir.job.codec;

import io.weir.alert.AlertRule;
import io.weir.incident.IncidentMember;
import io.weir.incident.Tie;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an {@link IncidentMember}: what goes from hosts and groups to the incidents. */
public final class IncidentMemberCodec implements Codec<IncidentMember> {

    private static final Codec<AlertRule> RULE = new AlertRuleCodec();
    private static final Codec<Tie> TIE = new TieCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(IncidentMember value, DataOutputView out) throws IOException {
        Wire.writeText(value.host(), out);
        Wire.writeText(value.alert(), out);
        RULE.writeVersioned(value.rule(), out);
        Wire.writeText(value.event(), out);
        out.writeLong(value.first());
        out.writeLong(value.last());
        Wire.writeList(value.ties(), TIE::writeVersioned, out);
        out.writeBoolean(value.withdrawn());
    }

    @Override
    public IncidentMember read(int version, DataInputView in) throws IOException {
        return new IncidentMember(
                Wire.readText(in),
                Wire.readText(in),
                RULE.readVersioned(in),
                Wire.readText(in),
                in.readLong(),
                in.readLong(),
                Wire.readList(TIE::readVersioned, in),
                in.readBoolean());
    }
}
