package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.rules.RuleStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where later versions of the rules are: one option, the same for the job and for the command that publishes them. */
public final class RuleStoreOption {

    @Option(
            names = "--rules-store",
            paramLabel = "FOLDER",
            description =
                    "Where later versions of the rules are published (weir publish), for a job that changes over to them while it"
                            + " runs: a folder that every task manager reaches, such as s3://bucket/rules.")
    private @Nullable String folder;

    /**
     * The store, if one is named.
     *
     * @throws UserError where what is named is no path
     */
    public Optional<RuleStore> store() {
        return Optional.ofNullable(folder).map(Paths::flink).map(RuleStore::at);
    }
}
