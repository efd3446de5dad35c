package io.weir.job.codec;

import io.weir.correlate.GroupMatch;
import io.weir.job.rules.Ruled;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The bytes of a {@link GroupMatch} with the version of its rules: what goes to groups. */
public final class RuledGroupMatchCodec extends RuledCodec<GroupMatch> {

    /** The type information of what this codec writes. */
    public static final TypeInformation<Ruled<GroupMatch>> TYPE = type(new RuledGroupMatchCodec());

    /** The one codec that there is. */
    public RuledGroupMatchCodec() {
        super(new GroupMatchCodec());
    }
}
