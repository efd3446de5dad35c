package io.weir.bench;

import io.weir.job.option.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs cases over the same telemetry, and over none: the difference is what the events cost, without the submission of the job and the
 * loading of rules.
 *
 * @param cluster where they run
 * @param folder where runs put their files
 * @param telemetry the files to read
 */
record Bench(Cluster cluster, Path folder, List<Path> telemetry) {

    private static final String ALERTS = "alerts";

    Bench {
        telemetry = List.copyOf(telemetry);
    }

    /** What it costs to run a case over the telemetry. */
    Cost whole(Case one) {
        return Cost.of(() -> run(one, telemetry));
    }

    /** What it costs to run a case over a file without a line. */
    Cost start(Case one) throws IOException {
        var nothing = Files.write(folder.resolve("nothing.ndjson"), new byte[0]);
        return Cost.of(() -> run(one, List.of(nothing)));
    }

    private long run(Case one, List<Path> input) {
        return cluster.run(one.graph(), JobOptions.parse(arguments(one, input)).settings());
    }

    private String[] arguments(Case one, List<Path> input) {
        var arguments = new ArrayList<String>();
        add(arguments, "--rules", one.rules());
        add(arguments, "--input", input);
        add(arguments, "--output", List.of(folder.resolve(ALERTS)));
        add(arguments, "--parallelism", List.of(1));
        return arguments.toArray(String[]::new);
    }

    private static void add(List<String> arguments, String option, List<?> values) {
        arguments.add(option);
        values.forEach(value -> arguments.add(value.toString()));
    }
}
