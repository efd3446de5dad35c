package io.weir.job;

import io.weir.job.codec.CodecType;
import io.weir.job.run.Tally;
import io.weir.job.sink.DeadLetter;
import io.weir.job.sink.DeadLetterCodec;
import io.weir.job.source.Telemetry;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs the rule set over events, before the shuffle: what matters travels on to its host, what could not be read to the dead letters. */
final class RuleMatchFunction extends ProcessFunction<Telemetry, MatchedEvent> {

    private static final long serialVersionUID = 1L;

    /** What is no event that Weir can read. */
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", new CodecType<>(DeadLetter.class, new DeadLetterCodec()));

    private final RuleSetSource source;

    private transient RuleSet rules;
    private transient Counts counts;
    private transient RuleMeters meters;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    RuleMatchFunction(RuleSetSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) {
        rules = source.compile();
        counts = new Counts(getRuntimeContext(), Tally.EVENTS, Tally.MATCHED, Tally.DEAD_LETTERS);
        meters = new RuleMeters(Counts.group(getRuntimeContext()), rules);
    }

    @Override
    public void processElement(Telemetry telemetry, Context context, Collector<MatchedEvent> out) {
        telemetry.match(new Telemetry.Cases<Void>() {
            @Override
            public Void decoded(Telemetry.Decoded decoded) {
                match(decoded, out);
                return null;
            }

            @Override
            public Void unread(Telemetry.Unread unread) {
                bury(unread, context);
                return null;
            }
        });
    }

    private void match(Telemetry.Decoded decoded, Collector<MatchedEvent> out) {
        counts.add(Tally.EVENTS, 1);
        meters.sample(decoded.event());
        rules.observe(decoded.event()).ifPresent(matched -> {
            out.collect(matched);
            counts.add(Tally.MATCHED, matched.matches().isEmpty() ? 0 : 1);
            meters.count(matched.matches());
        });
    }

    private void bury(Telemetry.Unread unread, Context context) {
        counts.add(Tally.DEAD_LETTERS, 1);
        context.output(DEAD_LETTERS, DeadLetter.of(unread));
    }
}
