package io.weir.cli;

import static io.weir.cli.TypedCommand.weir;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line for a shell in the documents names a command and options that there are. */
class DocumentedCommandsTest {

    private static final String LINE = "scripts/weir ";
    private static final Set<String> OF_A_PROGRAM_OF_ITS_OWN = Set.of("bench");
    private static final Set<String> WITH_OPTIONS_OF_THE_JOB = Set.of("submit", "upgrade", "up");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    static Stream<String> lines() throws IOException {
        try (var documents = Files.list(Path.of("docs"))) {
            var files = new ArrayList<>(documents.sorted().toList());
            files.add(Path.of("README.md"));
            var lines = new ArrayList<String>();
            for (var file : files) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(LINE))
                        .map(line -> line.split(" +# ", 2)[0].strip())
                        .forEach(lines::add);
            }
            return lines.stream()
                    .distinct()
                    .filter(line ->
                            !OF_A_PROGRAM_OF_ITS_OWN.contains(words(line).get(0)));
        }
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.substring(LINE.length()).split(" +"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatADocumentSaysToTypeCanBeTyped(String line) {
        var words = words(line);
        var command = words.subList(0, words.get(0).equals("cluster") ? 2 : 1);

        assertThat(options(line)).isSubsetOf(known(command));
    }

    @Test
    void documentsHaveSuchLines() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(20);
    }

    private static Set<String> known(List<String> command) {
        var help = weir(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));
        assertThat(help).startsWith("Usage: weir " + String.join(" ", command) + " ");
        var known = options(help);
        if (WITH_OPTIONS_OF_THE_JOB.contains(command.get(command.size() - 1))) {
            known.addAll(options(weir("run", "--help")));
        }
        return known;
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
