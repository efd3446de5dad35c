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

    /** A jar, kept apart from the one that the next build writes over, and the job's options. */
    record Kept(Path jar, List<String> arguments) {}

    void keep(String job, Path jar, List<String> arguments) {
        try {
            Files.copy(jar, jar(job), StandardCopyOption.REPLACE_EXISTING);
            JSON.writeValue(arguments(job).toFile(), arguments);
        } catch (IOException e) {
            throw new CommandError("what was submitted can't be kept in " + folder.jobs() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The one job that a cluster in application mode has from its start.
     *
     * @param from the folder that relative paths among its options start from
     */
    record Application(Kept job, Path from) {}

    /** Keeps the job of a cluster in application mode. */
    void keep(Application application) {
        keep(APPLICATION, application.job().jar(), application.job().arguments());
        try {
            Files.writeString(applicationFolder(), application.from().toString());
        } catch (IOException e) {
            throw new CommandError(applicationFolder() + " can't be written: " + e.getMessage(), e);
        }
    }

    /** The job of a cluster in application mode; none in session mode. */
    Optional<Application> application() {
        return of(APPLICATION).map(job -> new Application(job, startedFrom()));
    }

    private Path startedFrom() {
        try {
            return Path.of(Files.readString(applicationFolder()));
        } catch (IOException e) {
            throw new CommandError(applicationFolder() + " can't be read: " + e.getMessage(), e);
        }
    }

    private Path applicationFolder() {
        return folder.jobs().resolve(APPLICATION + ".folder");
    }

    Optional<Kept> of(String job) {
        if (!Files.isRegularFile(arguments(job))) {
            return Optional.empty();
        }
        try {
            var arguments = JSON.readValue(arguments(job).toFile(), new TypeReference<List<String>>() {});
            return Optional.of(new Kept(jar(job), arguments));
        } catch (IOException e) {
            throw new CommandError(arguments(job) + " can't be read: " + e.getMessage(), e);
        }
    }

    private Path jar(String job) {
        return folder.jobs().resolve(job + ".jar");
    }

    private Path arguments(String job) {
        return folder.jobs().resolve(job + ".json");
    }
}
