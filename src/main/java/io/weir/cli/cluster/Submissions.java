package io.weir.cli.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.cli.CommandError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What was put on a local cluster: of each job its jar and its options, so that an upgrade that fails can go back to it.
 *
 * @param folder the cluster's
 */
record Submissions(ClusterFolder folder) {

    /** What the job of a cluster in application mode is kept as: it is there before it has an id. */
    private static final String APPLICATION = "application";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A job as it was put on the cluster.
     *
     * @param jar kept apart from the one that the next build writes over
     * @param arguments the job's options
     * @param from the folder that relative paths among its options start from
     */
    record Kept(Path jar, List<String> arguments, Path from) {

        /** What is given here and now. */
        static Kept here(Path jar, List<String> arguments) {
            return new Kept(jar, arguments, here());
        }

        private static Path here() {
            return Path.of("").toAbsolutePath();
        }

        Kept with(Path other) {
            return new Kept(other, arguments, from);
        }

        boolean isFromHere() {
            return from.equals(here());
        }
    }

    void keep(String job, Kept what) {
        try {
            Files.copy(what.jar(), jar(job), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(startedFrom(job), what.from().toString());
            JSON.writeValue(arguments(job).toFile(), what.arguments());
        } catch (IOException e) {
            throw new CommandError("what was submitted can't be kept in " + folder.jobs() + ": " + e.getMessage(), e);
        }
    }

    /** Keeps the one job that a cluster in application mode has from its start. */
    void keepApplication(Kept job) {
        keep(APPLICATION, job);
    }

    /** The job of a cluster in application mode; none in session mode. */
    Optional<Kept> application() {
        return of(APPLICATION);
    }

    Optional<Kept> of(String job) {
        if (!Files.isRegularFile(arguments(job))) {
            return Optional.empty();
        }
        try {
            var arguments = JSON.readValue(arguments(job).toFile(), new TypeReference<List<String>>() {});
            return Optional.of(new Kept(jar(job), arguments, from(job)));
        } catch (IOException e) {
            throw new CommandError("what is kept of job " + job + " can't be read: " + e.getMessage(), e);
        }
    }

    private Path jar(String job) {
        return folder.jobs().resolve(job + ".jar");
    }

    private Path from(String job) throws IOException {
        var file = startedFrom(job);
        return Files.exists(file) ? Path.of(Files.readString(file)) : Kept.here(); // An earlier build kept none.
    }

    private Path startedFrom(String job) {
        return folder.jobs().resolve(job + ".folder");
    }

    private Path arguments(String job) {
        return folder.jobs().resolve(job + ".json");
    }
}
