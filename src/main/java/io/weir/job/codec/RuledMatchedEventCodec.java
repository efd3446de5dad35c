package io.weir.job.codec;

import io.weir.job.rules.Ruled;
import io.weir.match.MatchedEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The bytes of a {@link MatchedEvent} with the version of its rules: what goes from matching to hosts. */
public final class RuledMatchedEventCodec extends RuledCodec<MatchedEvent> {

    /** The type information of what this codec writes. */
    public static final TypeInformation<Ruled<MatchedEvent>> TYPE = type(new RuledMatchedEventCodec());

    /** The one codec that there is. */
    public RuledMatchedEventCodec() {
        super(new MatchedEventCodec());
    }
}
