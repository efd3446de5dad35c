package io.weir.job.option;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command line of Weir is read, the job's own and those of {@code weir}, and how it says that one is wrong. */
public final class Usage {

    private static final Pattern PATH = Pattern.compile("PATH|FOLDER|FILE");
    private static final Pattern NO_NUMBER = Pattern.compile("is not an? (?:int|long)\\b");
    private static final Pattern UNMATCHED = Pattern.compile("^Unmatched (arguments?) (?:at|from) index [0-9]+:");
    private static final Pattern MISSING_BESIDE = Pattern.compile("^Error: Missing required argument\\(s\\): (.*)$");
    private static final Pattern NONE_OF =
            Pattern.compile("expected one of \\[([A-Z_, ]+)\\] \\(case-insensitive\\) but was (.*)$");

    private Usage() {}

    /** Sets a command so that an option which is misspelt is not taken for a value of the one before it. */
    public static CommandLine careful(CommandLine command) {
        return command.setUnmatchedOptionsAllowedAsOptionParameters(false);
    }

    /**
     * Sees to it that no path is empty, as one is whose shell variable is not set: it would be the current folder.
     *
     * @throws ParameterException where one is
     */
    public static void requirePaths(ParseResult parsed) {
        for (var given : parsed.matchedArgs()) {
            if (PATH.matcher(given.paramLabel()).find()
                    && given.originalStringValues().stream().anyMatch(String::isEmpty)) {
                var name = given instanceof OptionSpec option ? option.longestName() + ": " : "";
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        name + "expected " + given.paramLabel() + ", found an empty text");
            }
        }
    }

    /** What is wrong with a command's words, in one line; of an option that is misspelt that, and not that it is missing. */
    public static String line(ParameterException problem) {
        var unmatched = unmatched(problem);
        var suggestions =
                unmatched.map(UnmatchedArgumentException::getSuggestions).orElse(List.of());
        var named = unmatched.<ParameterException>map(one -> one).orElse(problem);
        var said = unmatched
                .flatMap(Usage::misspelt)
                .orElseGet(() -> inWords(Objects.requireNonNullElse(named.getMessage(), named.toString())));
        return suggestions.isEmpty() ? said : said + "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    /** Names the options that are unknown, and not with them, as picocli does, the values that they would have. */
    private static Optional<String> misspelt(UnmatchedArgumentException problem) {
        var options = problem.getUnmatched().stream()
                .filter(word -> word.startsWith("-"))
                .toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of((options.size() == 1 ? "Unknown option: '" : "Unknown options: '")
                        + String.join("', '", options) + "'");
    }

    /** Without what picocli says to programmers. */
    private static String inWords(String message) {
        // Of an option that is misspelt, picocli goes on to say what the one before it lacks.
        var said = NO_NUMBER.matcher(message.split("; Expected", 2)[0]).replaceAll("is no whole number");
        said = UNMATCHED.matcher(said).replaceFirst("Unexpected $1:");
        said = MISSING_BESIDE.matcher(said).replaceFirst("an option that is given needs $1, too");
        return NONE_OF.matcher(said)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "expected one of " + found.group(1).toLowerCase(Locale.ROOT) + ", found " + found.group(2)));
    }

    /** What picocli took for nothing it knows, which it forgets to say where something else is missing for it. */
    private static Optional<UnmatchedArgumentException> unmatched(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException one) {
            return Optional.of(one);
        }
        var command = problem.getCommandLine();
        return problem instanceof MissingParameterException
                        && !command.getUnmatchedArguments().isEmpty()
                ? Optional.of(new UnmatchedArgumentException(command, command.getUnmatchedArguments()))
                : Optional.empty();
    }
}
