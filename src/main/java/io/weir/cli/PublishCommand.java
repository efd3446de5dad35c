package io.weir.cli;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.job.UserError;
import io.weir.job.option.PipelineOption;
import io.weir.job.option.RuleStoreOption;
import io.weir.job.rules.RuleStore;
import io.weir.match.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir publish}: the next version of the rules, for jobs that run. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Publishes rules as the version that jobs with this --rules-store change over to, within ten seconds and without a stop.",
            "Rules that were published before and are published again are in force again. Give the --pipeline and the"
                    + " --correlation-stages of the job, so that what it would refuse is told here."
        },
        footer = {"", "Exit code: 0 published, 2 usage or input error, and nothing is published."})
final class PublishCommand implements Callable<Integer> {

    private static final int LETTERS = 20;

    /** The one in force, and the one before. */
    private static final int FEWEST = 2;

    private final Streams streams;

    @Option(
            names = "--rules",
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Sigma rules: files, or folders of them; all that are to be in force.")
    private List<Path> rules = List.of();

    @Mixin
    private RuleStoreOption store = new RuleStoreOption();

    @Mixin
    private PipelineOption pipelines = new PipelineOption();

    @Option(names = "--strict", description = "Don't publish where a rule is refused.")
    private boolean strict;

    @Option(
            names = "--correlation-stages",
            paramLabel = "NUMBER",
            defaultValue = "" + RuleSet.DEFAULT_STAGES,
            description = "How many the job has (default: ${DEFAULT-VALUE}).")
    private int stages = RuleSet.DEFAULT_STAGES;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = {
                "Remove versions from the store, but not the NUMBER that were published last (default: none is removed).",
                "A job goes on with the version that its last checkpoint, or the savepoint that it starts from, names."
            })
    private @Nullable Integer keep;

    PublishCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (stages < 1) {
            throw new CommandError("--correlation-stages is at least 1, found " + stages);
        }
        if (keep != null && keep < FEWEST) {
            throw new CommandError("--keep is at least " + FEWEST + ", found " + keep
                    + ": jobs that run have the version before until they have changed over");
        }
        try {
            var where = store.store().orElseThrow(() -> new CommandError("say where to: --rules-store FOLDER"));
            publish(loaded(), where);
            prune(where);
            return ExitCode.OK;
        } catch (UserError | IOException e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private LoadedRules loaded() throws IOException {
        var through = LoadedPipelines.read(pipelines.names());
        streams.err().print(through.letters());
        through.refusal().ifPresent(refusal -> {
            throw new CommandError("--pipeline: " + refusal);
        });
        var loaded = LoadedRules.read(rules, through, stages);
        streams.err().print(loaded.letters(LETTERS));
        streams.say(loaded.summary());
        return loaded;
    }

    private void prune(RuleStore where) {
        if (keep == null) {
            return;
        }
        try {
            where.prune(keep).forEach(version -> streams.say("removed version " + RuleStore.name(version)));
        } catch (IOException e) {
            throw new CommandError("it is published, but older versions can't be removed: " + e.getMessage(), e);
        }
    }

    private void publish(LoadedRules loaded, RuleStore where) throws IOException {
        if (loaded.inForce() == 0) {
            throw new CommandError("--rules: no rule would be in force; nothing is published");
        }
        if (strict && loaded.refused() > 0) {
            throw new CommandError("--strict: no rule may be refused; nothing is published");
        }
        streams.print(RuleStore.name(where.publish(loaded.files())));
    }
}
