package io.weir.cli;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.match.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The rules that a user names with {@code --rules}, through the pipelines that he names with {@code --pipeline}. */
final class GivenRules {

    private static final int SHOWN_PROBLEMS = 5;

    private GivenRules() {}

    /** The rules, of which at least one is in force; what is refused is said. */
    static LoadedRules load(List<Path> rules, List<String> pipelines, boolean strict, Streams streams) {
        var loaded = read(rules, through(pipelines, streams));
        streams.err().print(loaded.letters(SHOWN_PROBLEMS));
        streams.say(loaded.summary());
        if (strict && loaded.refused() > 0) {
            throw new CommandError("--strict: no rule may be refused");
        }
        if (loaded.inForce() == 0) {
            throw new CommandError("--rules: no rule is in force");
        }
        return loaded;
    }

    private static LoadedRules read(List<Path> rules, LoadedPipelines through) {
        try {
            return LoadedRules.read(rules, through, RuleSet.DEFAULT_STAGES);
        } catch (IOException e) {
            throw new CommandError("--rules: " + e.getMessage(), e);
        }
    }

    private static LoadedPipelines through(List<String> pipelines, Streams streams) {
        try {
            var through = LoadedPipelines.read(pipelines);
            streams.err().print(through.letters());
            through.refusal().ifPresent(refusal -> {
                throw new CommandError("--pipeline: " + refusal);
            });
            return through;
        } catch (IOException e) {
            throw new CommandError("--pipeline: " + e.getMessage(), e);
        }
    }
}
