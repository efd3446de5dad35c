package io.weir.bench;

import io.weir.job.option.JobOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs cases over the same telemetry, and over none: the difference is what the events cost, without the submission of the job and the
 * loading of rules.
 *
 * @param cluster where they run
 * @param input what they read
 */
record Bench(Cluster cluster, Input input) {

    /** What it costs to run a case over the telemetry. */
    Cost whole(Case one) {
        return Cost.of(() -> run(one, input.whole()));
    }

    /** What it costs to run a case over nothing. */
    Cost start(Case one) {
        return Cost.of(() -> run(one, input.nothing()));
    }

    private long run(Case one, List<String> input) {
        return cluster.run(one.graph(), JobOptions.parse(arguments(one, input)).settings());
    }

    private static String[] arguments(Case one, List<String> input) {
        var arguments = new ArrayList<>(input);
        arguments.add("--rules");
        one.rules().stream().map(Path::toString).forEach(arguments::add);
        arguments.add("--parallelism");
        arguments.add(String.valueOf(one.parallelism()));
        return arguments.toArray(String[]::new);
    }
}
