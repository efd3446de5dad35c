package io.weir.job.codec;

import io.weir.incident.Enrolled;
import io.weir.incident.IncidentMember;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of an alert that is part of an incident, in state. */
public final class EnrolledCodec implements Codec<Enrolled> {

    private static final Codec<IncidentMember> MEMBER = new IncidentMemberCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(Enrolled value, DataOutputView out) throws IOException {
        out.writeLong(value.incident());
        MEMBER.writeVersioned(value.member(), out);
    }

    @Override
    public Enrolled read(int version, DataInputView in) throws IOException {
        return new Enrolled(in.readLong(), MEMBER.readVersioned(in));
    }
}
