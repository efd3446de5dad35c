package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.correlate.Horizons;
import io.weir.incident.IncidentBounds;
import io.weir.job.codec.AlertChangeCodec;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.RuledMatchedEventCodec;
import io.weir.job.option.JobOptions;
import io.weir.job.rules.Ruled;
import io.weir.job.run.JobConfiguration;
import io.weir.job.sink.DeadLetterOutlet;
import io.weir.job.sink.Destination;
import io.weir.job.source.Telemetry;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: telemetry in, alerts out. Decode, match, by host, by group, alert: one way.
 *
 * <p>The same graph runs in an embedded mini-cluster, on a cluster, live and as a replay; sources and sinks are arguments.
 */
public final class DetectionJob {

    private static final TypeInformation<AlertChange> CHANGES =
            new CodecType<>(AlertChange.class, new AlertChangeCodec());

    private final RuleSetSource rules;
    private final Horizons horizons;
    private final IncidentBounds bounds;

    /** A job that runs those rules. */
    public DetectionJob(RuleSetSource rules, Horizons horizons, IncidentBounds bounds) {
        this.rules = rules;
        this.horizons = horizons;
        this.bounds = bounds;
    }

    /**
     * The job as {@code flink run} starts it, with the options of {@code weir run}.
     *
     * @throws Exception where Flink does not take the job; a {@link UserError} where the options, the rules, or what they name are not right
     */
    public static void main(String[] arguments) throws Exception {
        var settings = JobOptions.parse(arguments).settings();
        var submission = Submission.of(settings, System.err);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.of(settings));
        submission.build(environment);
        environment.execute("weir");
    }

    /**
     * Adds the job to the environment of the telemetry.
     *
     * @param alerts where alerts go; several get the same
     * @param incidents where incidents go; several get the same
     * @param lateEvents where events go that came too late to correlate, if anywhere
     * @param deadLetters where what could not be read goes
     */
    public void build(
            DataStream<Telemetry> telemetry,
            List<Destination> alerts,
            List<Destination> incidents,
            List<Destination> lateEvents,
            Destination deadLetters) {
        var matched = telemetry
                .process(new RuleMatchFunction(rules))
                .returns(RuledMatchedEventCodec.TYPE)
                .uid(Uid.MATCH)
                .name(Uid.MATCH);
        var letters = deadLetters instanceof Destination.Folder ? Uid.DEAD_LETTER_FOLDER : Uid.DEAD_LETTERS;
        DeadLetterOutlet.attach(matched.getSideOutput(RuleMatchFunction.DEAD_LETTERS), deadLetters)
                .uid(letters)
                .name(letters);
        var correlating = correlate(matched);
        var late = correlating.get(0).getSideOutput(HostFunction.LATE);
        lateEvents.forEach(destination -> destination.match(new LateOutlet(late)));
        ChangeOutlet.ofAlerts().attach(united(correlating), alerts);
        ChangeOutlet.ofIncidents().attach(incidents(correlating), incidents);
    }

    private DataStream<AlertChange> incidents(List<SingleOutputStreamOperator<AlertChange>> correlating) {
        var members = correlating.stream()
                .map(operator -> operator.getSideOutput(IncidentFunction.MEMBERS))
                .toList();
        return united(members)
                .keyBy(member -> member.element().host(), Types.STRING)
                .transform(
                        Uid.INCIDENTS,
                        CHANGES,
                        new WriteBehindOperator<>(new IncidentFunction(rules, horizons, bounds)))
                .uid(Uid.INCIDENTS);
    }

    private List<SingleOutputStreamOperator<AlertChange>> correlate(DataStream<Ruled<MatchedEvent>> matched) {
        var hosts = matched.keyBy(event -> event.element().event().host().name(), Types.STRING)
                .transform(Uid.HOST, CHANGES, new WriteBehindOperator<>(new HostFunction(rules, horizons)))
                .uid(Uid.HOST);
        var before = new ArrayList<>(List.of(hosts));
        for (int stage = 1; stage <= rules.stages(); stage++) {
            before.add(stage(stage, before));
        }
        return before;
    }

    /** A stage takes in what hosts and all stages before it send to its groups. */
    private SingleOutputStreamOperator<AlertChange> stage(
            int stage, List<SingleOutputStreamOperator<AlertChange>> before) {
        var matches = before.stream()
                .map(operator -> operator.getSideOutput(StageTags.of(stage)))
                .toList();
        return united(matches)
                .keyBy(match -> match.element().key(), Types.STRING)
                .transform(
                        Uid.correlate(stage),
                        CHANGES,
                        new WriteBehindOperator<>(new GroupCorrelationFunction(rules, horizons)))
                .uid(Uid.correlate(stage));
    }

    private static <T> DataStream<T> united(List<? extends DataStream<T>> streams) {
        return streams.stream()
                .map(stream -> (DataStream<T>) stream)
                .reduce((some, more) -> some.union(more))
                .orElseThrow();
    }
}
