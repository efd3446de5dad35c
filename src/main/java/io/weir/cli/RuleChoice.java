package io.weir.cli;

import io.weir.check.LoadedRules;
import io.weir.rule.CorrelationRule;
import io.weir.rule.SigmaRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the rules in force a user means: by its id, its name, its title, or the file that it is in. */
final class RuleChoice {

    private final LoadedRules loaded;
    private final List<SigmaRule> rules;

    RuleChoice(LoadedRules loaded) {
        this.loaded = loaded;
        this.rules = Stream.<SigmaRule>concat(
                        loaded.rules().detections().stream(), loaded.rules().correlations().stream())
                .toList();
    }

    /** The rule of that id, name or title; case does not count. */
    SigmaRule named(String said) {
        return one(
                rules.stream().filter(rule -> isCalled(rule, said)).toList(),
                "no rule in force has the id, the name or the title '" + said + "'" + refused(said),
                "several rules are called '" + said + "'");
    }

    private static boolean isCalled(SigmaRule rule, String said) {
        var header = rule.header();
        return Stream.of(header.id(), header.name(), header.title()).anyMatch(said::equalsIgnoreCase);
    }

    private String refused(String said) {
        return loaded.problems().stream().anyMatch(problem -> problem.rule().contains(said))
                ? "; one that is called so is refused: see 'weir check'"
                : "";
    }

    /** The one rule of a file; of several, the one correlation. */
    SigmaRule in(Path file) {
        var inFile = rules.stream()
                .filter(rule -> rule.header().position().file().equals(file.toString()))
                .toList();
        var correlations =
                inFile.stream().filter(CorrelationRule.class::isInstance).toList();
        return one(
                correlations.size() == 1 ? correlations : inFile,
                "no rule of " + file + " is in force",
                file + " holds several rules; name one with --rules " + file);
    }

    private static SigmaRule one(List<SigmaRule> found, String none, String several) {
        if (found.isEmpty()) {
            throw new CommandError(none);
        }
        if (found.size() > 1) {
            throw new CommandError(several + ": "
                    + found.stream().map(rule -> rule.header().label()).limit(5).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }
}
