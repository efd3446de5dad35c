package io.weir.job.codec;

import io.weir.incident.IncidentMember;
import io.weir.job.rules.Ruled;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The bytes of a {@link IncidentMember} with the version of its rules: what goes to incidents. */
public final class RuledIncidentMemberCodec extends RuledCodec<IncidentMember> {

    /** The type information of what this codec writes. */
    public static final TypeInformation<Ruled<IncidentMember>> TYPE = type(new RuledIncidentMemberCodec());

    /** The one codec that there is. */
    public RuledIncidentMemberCodec() {
        super(new IncidentMemberCodec());
    }
}
