package io.weir.job.codec;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of a {@link MatchedEvent}: what crosses the shuffle to its host. */
public final class MatchedEventCodec implements Codec<MatchedEvent> {

    private static final Codec<EventFacts> EVENT = new EventFactsCodec();
    private static final Codec<RuleMatch> MATCH = new RuleMatchCodec();

    @Override
    public byte version() {
        return 1;
    }

    @Override
    public void write(MatchedEvent matched, DataOutputView out) throws IOException {
        EVENT.writeVersioned(matched.event(), out);
        Wire.writeList(matched.matches(), MATCH::writeVersioned, out);
    }

    @Override
    public MatchedEvent read(int version, DataInputView in) throws IOException {
        return new MatchedEvent(EVENT.readVersioned(in), Wire.readList(MATCH::readVersioned, in));
    }
}
