package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each code a rule file that has the problem, and all that its author is told of it. {@code -Dgolden.update} writes what is told now beside
 * the files; pipelines have letters of their own ({@code PipelineErrorTest}).
 */
class EveryCodeTest {

    private static final Path FILES = Path.of("src/test/resources/io/weir/check/codes");

    /** Where a file's first line names no other. */
    private static final String NAME = "proc_creation_win_example.yml";

    /** Of so many problems, only those of the code are looked at. */
    private static final int MANY = 50;

    static Stream<ProblemCode> codes() {
        return EnumSet.complementOf(EnumSet.of(ProblemCode.INVALID_PIPELINE)).stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void tellsItsAuthor(ProblemCode code) throws IOException {
        var problems =
                CheckedRules.of(files(code), LoadedPipelines.NONE, Set.of()).problems();
        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.found()).isNotEmpty();
            assertThat(problem.expected()).isNotEmpty();
            assertThat(problem.fix()).isNotEmpty();
        });
        var told = problems.stream()
                .filter(problem -> problem.code() == code || problems.size() < MANY)
                .map(Problem::render)
                .collect(Collectors.joining());
        var golden = FILES.resolve(code.label() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    private static List<RuleFile> files(ProblemCode code) throws IOException {
        if (code == ProblemCode.UNREADABLE_FILE) {
            return List.of(new RuleFile("rules/" + NAME, new byte[0], "no regular file"));
        }
        var bytes = Files.readAllBytes(FILES.resolve(code.label() + ".yml"));
        var files = new ArrayList<>(List.of(new RuleFile("rules/" + name(bytes), bytes)));
        if (code == ProblemCode.DUPLICATE_FILE_NAME) {
            var other = new String(bytes, UTF_8)
                    .replace("a Rule", "Another")
                    .replace("9c01", "9c02")
                    .replace("example.exe", "another.exe");
            files.add(new RuleFile("more/" + name(bytes), other.getBytes(UTF_8)));
        }
        return files;
    }

    private static String name(byte[] bytes) {
        var first = new String(bytes, UTF_8).lines().findFirst().orElse("");
        return first.startsWith("# file: ") ? first.substring("# file: ".length()) : NAME;
    }
}
