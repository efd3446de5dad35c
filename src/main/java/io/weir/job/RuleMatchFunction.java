package io.weir.job;

import io.weir.event.Undecodable;
import io.weir.job.codec.CodecType;
import io.weir.job.rules.Ruled;
import io.weir.job.run.Tally;
import io.weir.job.sink.DeadLetter;
import io.weir.job.sink.DeadLetterCodec;
import io.weir.job.source.Telemetry;
import io.weir.match.MatchedEvent;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs the rule set over events, before the shuffle: what matters travels on to its host, what could not be read to the dead letters. Where the rules may change,
 * each event is matched by one version as a whole, and what travels on says by which.
 */
final class RuleMatchFunction extends ProcessFunction<Telemetry, Ruled<MatchedEvent>> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** What is no event that Weir can read, and versions of the rules that are refused. */
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", new CodecType<>(DeadLetter.class, new DeadLetterCodec()));

    /** How long a version that is published may go unnoticed. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final RuleSetSource source;
    private final Duration between;

    private transient @Nullable RememberedRules remembered;
    private transient MatchingRules rules;
    private transient @Nullable RuleWatch watch;
    private transient Counts counts;
    private transient RuleMeters meters;
    private transient DistinctFailures failures;

    /**
     * Matches by those rules.
     *
     * @param between two looks into the store of later rules, if there is one
     */
    @SuppressWarnings("NullAway.Init") // Flink calls initializeState() and open() before anything else.
    RuleMatchFunction(RuleSetSource source, Duration between) {
        this.source = source;
        this.between = between;
    }

    RuleMatchFunction(RuleSetSource source) {
        this(source, BETWEEN_LOOKS);
    }

    /**
     * Rules that nothing replaces need not be remembered, and of what is remembered here every subtask is told what all had: with such state, Flink takes no checkpoint
     * any more once one subtask has read all of its files or partitions, and another has not.
     */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        remembered = source.store().isPresent() ? new RememberedRules(context.getOperatorStateStore()) : null;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (remembered != null) {
            remembered.remember(rules.current().id());
        }
    }

    @Override
    public void open(OpenContext context) throws Exception {
        var group = Counts.group(getRuntimeContext());
        if (source.store().isPresent() && remembered != null) {
            watch = new RuleWatch(source, source.store().get(), between, group);
            rules = MatchingRules.watched(watch, remembered.last(), group);
        } else {
            rules = MatchingRules.shipped(source, group);
        }
        counts = new Counts(getRuntimeContext(), Tally.EVENTS, Tally.MATCHED, Tally.DEAD_LETTERS, Tally.FAULTS);
        meters = new RuleMeters(Counts.group(getRuntimeContext()));
        failures = new DistinctFailures(LoggerFactory.getLogger(RuleMatchFunction.class));
    }

    @Override
    public void processElement(Telemetry telemetry, Context context, Collector<Ruled<MatchedEvent>> out) {
        if (watch != null) {
            tellOfRefused(watch, context);
        }
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

    /** With the next event, since nothing can be told between two. */
    private static void tellOfRefused(RuleWatch watch, Context context) {
        for (var letter = watch.letter(); letter != null; letter = watch.letter()) {
            context.output(DEAD_LETTERS, letter);
        }
    }

    /** A fault of ours that one event brings to light must not stop the stream at it again and again: the event is a dead letter. */
    private void matchSafely(Telemetry.Decoded decoded, Context context, Collector<Ruled<MatchedEvent>> out) {
        Optional<MatchedEvent> matched;
        var version = rules.current();
        try {
            meters.sample(version.rules(), decoded.event());
            matched = version.rules().observe(decoded.event());
        } catch (RuntimeException | StackOverflowError e) {
            counts.add(Tally.FAULTS, 1);
            bury(unread(decoded, failures.tell("could not be matched: " + decoded.from(), e)), context);
            return;
        }
        counts.add(Tally.EVENTS, 1);
        matched.ifPresent(found -> emit(found, version.id(), out));
    }

    private static Telemetry.Unread unread(Telemetry.Decoded decoded, String failure) {
        var reason = "could not be matched, which is a fault of Weir: " + failure;
        return new Telemetry.Unread(new Undecodable(reason, decoded.event().bytes()), decoded.from());
    }

    private void emit(MatchedEvent matched, long version, Collector<Ruled<MatchedEvent>> out) {
        out.collect(new Ruled<>(version, matched));
        counts.add(Tally.MATCHED, matched.matches().isEmpty() ? 0 : 1);
        meters.count(matched.matches());
    }

    private void bury(Telemetry.Unread unread, Context context) {
        counts.add(Tally.DEAD_LETTERS, 1);
        context.output(DEAD_LETTERS, DeadLetter.of(unread));
    }

    @Override
    @SuppressWarnings("NullAway") // Flink closes what it could not open, too.
    public void close() {
        if (watch != null) {
            watch.close();
        }
        if (rules != null) {
            rules.close();
        }
    }
}
