package io.weir.cli;

import io.weir.check.CheckedRules;
import io.weir.check.LoadedPipelines;
import io.weir.job.option.PipelineOption;
import io.weir.rule.Amount;
import io.weir.rule.ProblemCode;
import io.weir.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code weir check}: everything that is wrong or doubtful in rule files, in one run. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        version = "weir " + WeirCommand.VERSION,
        description = "Says everything that is wrong or doubtful in Sigma rules: where, what, and how to mend it.",
        footer = {
            "",
            "A comment '# weir: ignore CODE' in a rule file silences that code for the file; errors can't be silenced.",
            "docs/check.md lists the codes. Problems go to standard output, counts to standard error.",
            "Exit code: 0 nothing as grave as --fail-on, 1 something is, 2 usage or input error."
        })
final class CheckCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Sigma rule files, and folders with .yml and .yaml files below them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text for people, json or sarif (2.1.0) for programs; text if not given.")
    private CheckPrinter.Format format = CheckPrinter.Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "ERROR",
            description = "The least severity that makes the exit code 1: error, warning or note; error if not given.")
    private Severity failOn = Severity.ERROR;

    @Option(
            names = "--disable",
            paramLabel = "CODE",
            split = ",",
            converter = CodeConverter.class,
            description = "Warnings and notes that are not told, by their code.")
    private List<ProblemCode> disabled = List.of();

    @Mixin
    private PipelineOption pipelines = new PipelineOption();

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var checked = check();
        try (var out = new Output(streams.out())) {
            CheckPrinter.of(format).print(checked, out);
        }
        streams.say(summary(checked));
        boolean failed = checked.problems().stream()
                .anyMatch(problem -> problem.severity().compareTo(failOn) <= 0);
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private CheckedRules check() {
        try {
            return CheckedRules.read(paths, through(), codes());
        } catch (IOException e) {
            throw new CommandError(String.valueOf(e.getMessage()), e);
        }
    }

    private LoadedPipelines through() throws IOException {
        var through = LoadedPipelines.read(pipelines.names());
        streams.err().print(through.letters());
        through.refusal().ifPresent(refusal -> {
            throw new CommandError("--pipeline: " + refusal);
        });
        return through;
    }

    private Set<ProblemCode> codes() {
        return disabled.isEmpty() ? Set.of() : EnumSet.copyOf(disabled);
    }

    private static String summary(CheckedRules checked) {
        return String.format(
                Locale.ROOT,
                "%s; %s, %s, %s",
                checked.loaded().summary(),
                counted(checked, Severity.ERROR),
                counted(checked, Severity.WARNING),
                counted(checked, Severity.NOTE));
    }

    private static String counted(CheckedRules checked, Severity severity) {
        return Amount.of(checked.count(severity), severity.label());
    }

    /** A code by its label. */
    static final class CodeConverter implements ITypeConverter<ProblemCode> {
        @Override
        public ProblemCode convert(String label) {
            return Arrays.stream(ProblemCode.values())
                    .filter(code -> code.label().equals(label))
                    .filter(code -> code.severity() != Severity.ERROR)
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + label + "' is no code of a warning or a note; docs/check.md lists them"));
        }
    }
}
