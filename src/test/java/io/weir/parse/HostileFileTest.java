package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Problem;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTest {

    private static final int MIB = 1 << 20;

    @BeforeAll
    static void theParserIsWarm() {
        Rules.parse(Rules.withItem("A: 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void tellsWithinASecondWhereAHostileFileGoesTooFar(String name, String text, String found) {
        var cpu = ManagementFactory.getThreadMXBean();
        long start = cpu.getCurrentThreadCpuTime();
        var parsed = Rules.parse(text);
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(parsed.rules()).isEmpty();
        assertThat(parsed.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(ProblemLog.MOST + 1);
        assertThat(parsed.problems().get(0).render()).contains(found).hasSizeLessThan(2_000);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of(
                        "nested lists", "a: " + "[".repeat(10_000), "1:53: error: values nested more than 50 deep"),
                Arguments.of("nested maps", "a: " + "{a: ".repeat(10_000), "nested more than 50 deep"),
                Arguments.of("nested dashes", "- ".repeat(10_000), "nested more than 50 deep"),
                Arguments.of("nested keys", "? ".repeat(10_000), "nested more than 50 deep"),
                Arguments.of("deep indentation", indented(2_000), "nested more than 50 deep"),
                Arguments.of(
                        "aliases of aliases",
                        aliases(12, 10),
                        "a document of more than 100000 values, aliases followed"),
                Arguments.of("aliases in a chain", aliases(1_000, 1), "nested more than 50 deep"),
                Arguments.of("an alias of itself", "a: &a [*a]", "alias '*a' of an anchor that is not there"),
                Arguments.of("merges of merges", merges(30), "a document of more than 100000 values, aliases followed"),
                Arguments.of("many values", "a:\n" + "- 1\n".repeat(200_000), "a document of more than 100000 values"),
                Arguments.of(
                        "many documents",
                        "--- a\n".repeat(150_000),
                        "1001:1: error: the file has more than 1000 documents"),
                Arguments.of("many problems", selection("A|x: y\n"), "unknown modifier 'x'"),
                Arguments.of(
                        "many modifiers",
                        Rules.withItem("? A" + "|x".repeat(100_000) + "\n: y"),
                        "more than 20 modifiers"),
                Arguments.of(
                        "a long key",
                        Rules.withItem("? " + "k".repeat(900_000) + "|contians\n: y"),
                        "unknown modifier 'contians'"),
                Arguments.of(
                        "a long field",
                        Rules.withItem("? " + "k".repeat(900_000) + "|contains\n:"),
                        "'contains' does not take null"),
                Arguments.of("a long alias", "a: *" + "k".repeat(900_000), "of an anchor that is not there"),
                Arguments.of("a long title", "title: " + "T".repeat(900_000), "a title of 900000 characters"),
                Arguments.of(
                        "a long number", Rules.withItem("A|lt: " + "9".repeat(900_000)), "'lt' does not take text"),
                Arguments.of("a huge exponent", Rules.withItem("A|lt: 1.0e+999999999"), "out of range"),
                Arguments.of("a tiny exponent", Rules.withItem("A|lt: 1.0e-999999999"), "out of range"),
                Arguments.of(
                        "a long base of sixty",
                        Rules.withItem("A|lt: 1" + ":1".repeat(400_000)),
                        "'lt' does not take text"),
                Arguments.of(
                        "a long address",
                        Rules.withItem("A|cidr: '" + ":".repeat(900_000) + "'"),
                        "is no range of addresses"),
                Arguments.of(
                        "names far apart",
                        Rules.withCondition(("x or" + " ".repeat(400)).repeat(2_000) + "y"),
                        "no selection is called 'x'"),
                Arguments.of(
                        "many selections",
                        Rules.withDetection(numbered(20_000, "s%d: a\n") + "condition: 1 of x*"),
                        "a detection of more than 1000 selections"),
                Arguments.of(
                        "many patterns",
                        Rules.withDetection(
                                numbered(900, "s%d: a\n") + "condition: " + numbered(1_000, "1 of x%d* or ") + "y"),
                        "no selection fits 'x0*'"),
                Arguments.of(
                        "brackets", Rules.withCondition("(".repeat(900_000)), "a condition of more than 5000 words"),
                Arguments.of(
                        "names that are not there",
                        Rules.withCondition("x or ".repeat(2_000) + "y"),
                        "no selection is called 'x'"),
                Arguments.of(
                        "many references",
                        Rules.withCorrelation("").replace("[a, b]", "[" + numbered(10_000, "r%d, ") + "]"),
                        "4:5: error: a correlation of more than 1000 rules"),
                Arguments.of(
                        "a deep expression",
                        Rules.withCorrelation("condition: " + "(".repeat(2_000) + "a" + ")".repeat(2_000)),
                        "7:66: error: a condition nested more than 50 deep"),
                Arguments.of(
                        "an expression of many rules in a block",
                        Rules.withCorrelation("condition: >-\n    " + numbered(2_400, "r%d and\n    ") + "a"),
                        "7:5: error: a correlation of more than 1000 rules"),
                Arguments.of(
                        "a long expression",
                        Rules.withCorrelation("condition: a" + " ".repeat(800_000) + "and b"),
                        "a condition of more than 50000 characters"),
                Arguments.of(
                        "many aliases",
                        Rules.withCorrelation("aliases:\n" + numbered(10_000, "    x%d: {a: A, b: B}\n")),
                        "8:9: error: alias 'x0' is not used"),
                Arguments.of(
                        "many group-by fields",
                        Rules.withCorrelation("group-by: [" + numbered(20_000, "f%d, ") + "]"),
                        "7:5: error: more than 100 fields in 'group-by'"),
                Arguments.of(
                        "many comparisons",
                        Rules.withCorrelation("condition:\n" + numbered(20_000, "    gte%d: 5\n")),
                        "8:9: error: unknown key 'gte0'"),
                Arguments.of("a long plain text with colons", "a:b".repeat(300_000), "instead of a rule"),
                Arguments.of("open quotes", "'".repeat(900_001), "quote"),
                Arguments.of("question marks", "? a\n".repeat(200_000), "stands twice"),
                Arguments.of("many anchors", "title:\n" + numbered(40_000, "- &a%d x\n"), "has no 'detection'"),
                Arguments.of("control characters", "title: a\u0007", "1:9: error: character U+0007"),
                Arguments.of("a line for the terminal", "title: 'x\u001b[2J'", "character U+001B"));
    }

    @Test
    void refusesAFileOfMoreThanOneMebibyteWithoutReadingIt() {
        assertThat(letters(new byte[MIB + 1])).contains("1:1: error: the file is larger than 1 MiB");
        var padding = "#".repeat(MIB - Rules.withItem("A: 1").length());
        assertThat(Rules.letters(Rules.withItem("A: 1") + padding)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, 1:1: error: the file is UTF-16 or UTF-32", "UTF-16LE, 1:2: error: character U+0000"})
    void asksForUtf8WhereItGetsUtf16(String charset, String found) {
        assertThat(letters(Rules.withItem("A: 1").getBytes(Charset.forName(charset))))
                .contains(found)
                .contains("save the file as UTF-8");
    }

    @Test
    void saysWhereABrokenByteStands() {
        var text = Rules.withItem("A: 1") + "# ñ\nauthor: J";
        var bytes = (text + "?rg\n").getBytes(StandardCharsets.UTF_8);
        bytes[text.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xF6;
        assertThat(letters(bytes))
                .startsWith(
                        "t.yml:10:10: error: byte 0xF6 is not UTF-8 [wrong-encoding]\n  | author: J\n  | .........^\n");
    }

    @ParameterizedTest
    @CsvSource({"0xC3", "0xFF", "0xED"})
    void refusesAFileThatEndsInsideACharacter(String last) {
        assertThat(letters(new byte[] {'a', Integer.decode(last).byteValue()}))
                .startsWith("t.yml:1:2: error: byte " + last);
    }

    @Test
    void tellsOfAFileWithoutARule() {
        assertThat(letters(new byte[0])).contains("1:1: error: no rule in this file");
        assertThat(Rules.letters("\n# nothing\n---\n...\n")).contains("no rule in this file");
    }

    @Test
    void makesControlCharactersOfAFileVisible() {
        var letter = Rules.letters(Rules.withItem("\"A|\\e[2J\": x"));
        assertThat(letter).contains("unknown modifier '\\u001b[2J'").doesNotContain("\u001b");
    }

    private static String letters(byte[] bytes) {
        return RuleParser.parse(List.of(new RuleFile("t.yml", bytes))).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining());
    }

    private static String indented(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(i -> " ".repeat(i) + "a:\n")
                .limit(1_000)
                .collect(Collectors.joining());
    }

    private static String aliases(int levels, int each) {
        return "a0: &a0 [x]\n"
                + IntStream.range(1, levels)
                        .mapToObj(i -> "a" + i + ": &a" + i + " ["
                                + "*a".concat(String.valueOf(i - 1)).concat(",").repeat(each) + "]\n")
                        .collect(Collectors.joining());
    }

    private static String merges(int levels) {
        return "a0: &a0 {x: 1}\n"
                + IntStream.range(1, levels)
                        .mapToObj(i -> "a%1$d: &a%1$d {l%1$d: *a%2$d, r%1$d: *a%2$d, <<: *a%2$d}\n".formatted(i, i - 1))
                        .collect(Collectors.joining());
    }

    private static String numbered(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    private static String selection(String item) {
        var lines = IntStream.range(0, 20_000).mapToObj(i -> i + item).collect(Collectors.joining());
        return Rules.withItem(lines);
    }
}
