package io.weir.job.option;

import io.weir.job.rules.RuleStore;
import io.weir.job.sink.Destination;
import io.weir.job.source.InputTopics;
import io.weir.job.source.TelemetrySource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job is to do; the parts hold together.
 *
 * @param rules rule files, or folders of them, on the machine that submits the job
 * @param pipelines what the rules go through: each the name of a bundled pipeline, or of a file on that machine
 * @param strict whether a refused rule keeps the job from starting
 * @param ruleStore where later versions of the rules are, if there may be any
 * @param source where telemetry comes from
 * @param alerts where alerts go; at least one place
 * @param incidents where incidents go, if anywhere
 * @param lateEvents where events go that came too late to correlate, if anywhere
 * @param deadLetters where what could not be read goes
 * @param time how long Weir waits and remembers
 * @param correlation how correlations are run
 * @param checkpointInterval how often progress is saved, and with it what a topic's readers see
 * @param parallelism of the job, or 0 for what the cluster has as its default
 */
public record JobSettings(
        List<Path> rules,
        List<String> pipelines,
        boolean strict,
        Optional<RuleStore> ruleStore,
        TelemetrySource source,
        List<Destination> alerts,
        List<Destination> incidents,
        List<Destination> lateEvents,
        Destination deadLetters,
        TimeSettings time,
        CorrelationSettings correlation,
        Duration checkpointInterval,
        int parallelism) {

    public JobSettings {
        rules = List.copyOf(rules);
        pipelines = List.copyOf(pipelines);
        alerts = List.copyOf(alerts);
        incidents = List.copyOf(incidents);
        lateEvents = List.copyOf(lateEvents);
    }

    /** Every place that the job writes to. */
    public Stream<Destination> destinations() {
        return Stream.of(alerts, incidents, lateEvents, List.of(deadLetters)).flatMap(List::stream);
    }

    /** Whether it reads topics or writes to one. */
    boolean hasTopics() {
        return source instanceof InputTopics || destinations().anyMatch(Destination.Topic.class::isInstance);
    }
}
