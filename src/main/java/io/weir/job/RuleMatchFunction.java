package io.weir.job;

import io.weir.event.Undecodable;
import io.weir.job.codec.CodecType;
import io.weir.job.run.Tally;
import io.weir.job.sink.DeadLetter;
import io.weir.job.sink.DeadLetterCodec;
import io.weir.job.source.Telemetry;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.LoggerFactory;

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
    private transient DistinctFailures failures;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    RuleMatchFunction(RuleSetSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) {
        rules = source.compile().prepared();
        counts = new Counts(getRuntimeContext(), Tally.EVENTS, Tally.MATCHED, Tally.DEAD_LETTERS, Tally.FAULTS);
        meters = new RuleMeters(Counts.group(getRuntimeContext()), rules);
        failures = new DistinctFailures(LoggerFactory.getLogger(RuleMatchFunction.class));
    }

    @Override
    public void processElement(Telemetry telemetry, Context context, Collector<MatchedEvent> out) {
        telemetry.match(new Telemetry.Cases<Void>() {
            @Override
            public Void decoded(Telemetry.Decoded decoded) {
                matchSafely(decoded, context, out);
                return null;
            }

            @Override
            public Void unread(Telemetry.Unread unread) {
                bury(unread, context);
                return null;
            }
        });
    }

    /** A fault of ours that one event brings to light must not stop the stream at it again and again: the event is a dead letter. */
    private void matchSafely(Telemetry.Decoded decoded, Context context, Collector<MatchedEvent> out) {
        Optional<MatchedEvent> matched;
        try {
            meters.sample(decoded.event());
            matched = rules.observe(decoded.event());
        } catch (RuntimeException | StackOverflowError e) {
            counts.add(Tally.FAULTS, 1);
            bury(unread(decoded, failures.tell("could not be matched: " + decoded.from(), e)), context);
            return;
        }
        counts.add(Tally.EVENTS, 1);
        matched.ifPresent(found -> emit(found, out));
    }

    private static Telemetry.Unread unread(Telemetry.Decoded decoded, String failure) {
        var reason = "could not be matched, which is a fault of Weir: " + failure;
        return new Telemetry.Unread(new Undecodable(reason, decoded.event().bytes()), decoded.from());
    }

    private void emit(MatchedEvent matched, Collector<MatchedEvent> out) {
        out.collect(matched);
        counts.add(Tally.MATCHED, matched.matches().isEmpty() ? 0 : 1);
        meters.count(matched.matches());
    }

    private void bury(Telemetry.Unread unread, Context context) {
        counts.add(Tally.DEAD_LETTERS, 1);
        context.output(DEAD_LETTERS, DeadLetter.of(unread));
    }
}
