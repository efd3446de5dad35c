package io.weir.job.option;

import io.weir.job.sink.Destination;
import io.weir.job.source.TelemetrySource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a job is to do; the parts hold together.
 *
 * @param rules rule files, or folders of them, on the machine that submits the job
 * @param pipelines what the rules go through: each the name of a bundled pipeline, or of a file on that machine
 * @param strict whether a refused rule keeps the job from starting
 * @param source where telemetry comes from
 * @param alerts where alerts go; at least one place
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
        TelemetrySource source,
        List<Destination> alerts,
        Destination deadLetters,
        TimeSettings time,
        CorrelationSettings correlation,
        Duration checkpointInterval,
        int parallelism) {

    public JobSettings {
        rules = List.copyOf(rules);
        pipelines = List.copyOf(pipelines);
        alerts = List.copyOf(alerts);
    }
}
