package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Condition;
import io.weir.rule.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionParserTest {

    private static final List<String> NAMES = List.of(
            "a", "b", "c", "sel_1", "sel-2", "3rd", "notepad", "andy", "orc", "allow", "all", "1", "of", "_hidden",
            "any_x");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; a",
                "a and b; and(a, b)",
                "a and b and c; and(a, b, c)",
                "a or b or c; or(a, b, c)",
                "a or b and c; or(a, and(b, c))",
                "a and b or c; or(and(a, b), c)",
                "not a and b; and(not(a), b)",
                "not a or b; or(not(a), b)",
                "not (a and b); not(and(a, b))",
                "(a or b) and c; and(or(a, b), c)",
                "((a)); a",
                "(a)and(b); and(a, b)",
                "not(a); not(a)",
                "not not a; not(not(a))",
                "not not not a; not(not(not(a)))",
                "a AND b; and(a, b)",
                "a Or NOT b; or(a, not(b))",
                "  a   and b  ; and(a, b)",
                "notepad and andy; and(notepad, andy)",
                "orc or allow; or(orc, allow)",
                "not notepad; not(notepad)",
                "sel_1 and sel-2 and 3rd; and(sel_1, sel-2, 3rd)",
                "1 of sel*; ONE(sel*)",
                "any of sel*; ONE(sel*)",
                "all of sel*; ALL(sel*)",
                "1 OF sel*; ONE(sel*)",
                "All of THEM; ALL(them)",
                "1 of them; ONE(them)",
                "1 of *; ONE(*)",
                "1 of *_x; ONE(*_x)",
                "all of s*l*1; ALL(s*l*1)",
                "1 of sel-*; ONE(sel-*)",
                "1 of _hid*; ONE(_hid*)",
                "1 of a; ONE(a)",
                "all; all",
                "1 and all; and(1, all)",
                "of or 1; or(of, 1)",
                "_hidden; _hidden",
                "all of them and not 1 of sel*; and(ALL(them), not(ONE(sel*)))",
                "not 1 of sel* or b; or(not(ONE(sel*)), b)",
            })
    void readsWhatSigmaAllows(String condition, String said) {
        assertThat(parsed(condition)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 1:1 the condition ends too early",
                "'  '; 1:1 the condition ends too early",
                "and; 1:1 unexpected 'and' in the condition",
                "a b; 1:3 unexpected 'b' in the condition",
                "a not b; 1:3 unexpected 'not' in the condition",
                "a and; 1:6 the condition ends too early",
                "a and or b; 1:7 unexpected 'or' in the condition",
                "(a; 1:3 the condition ends too early",
                "a); 1:2 unexpected ')' in the condition",
                "(); 1:2 unexpected ')' in the condition",
                "A; 1:1 no selection is called 'A'",
                "NOTEPAD; 1:1 no selection is called 'NOTEPAD'",
                "a and x or y; '1:7 no selection is called ''x'', 1:12 no selection is called ''y'''",
                "1 of x*; 1:6 no selection fits 'x*'",
                "1 of sel; 1:6 no selection fits 'sel'",
                "1 of hidden*; 1:6 no selection fits 'hidden*'",
                "2 of sel*; 1:1 '2 of' is not a quantifier of Sigma",
                "1 of not; 1:6 unexpected 'not' in the condition",
                "1of sel*; '1:5 unexpected ''sel*'' in the condition, 1:1 no selection is called ''1of'''",
                "a | count() > 5; 1:3 '|' in a condition is not supported: Sigma 2 has it no more",
            })
    void refusesTheRest(String condition, String problems) {
        var log = new ProblemLog(new SourceText("t.yml", condition));
        parse(condition, log);
        var told = log.problems().stream()
                .map(problem ->
                        problem.position().line() + ":" + problem.position().column() + " " + problem.found());
        assertThat(told.collect(Collectors.toSet()))
                .isEqualTo(Stream.of(problems.split(", ")).collect(Collectors.toSet()));
    }

    @Test
    void boundsHowDeepBracketsAndNotNest() {
        int deepest = ConditionParser.DEEPEST - 1;
        assertThat(parsed("(".repeat(deepest) + "a" + ")".repeat(deepest))).isEqualTo("a");
        assertThat(parsed("(".repeat(1_000) + "a")).contains("nested more than 50 deep");
        assertThat(parsed("not ".repeat(1_000) + "a")).contains("nested more than 50 deep");
    }

    @Test
    void readsALongConditionWithoutNestingIt() {
        assertThat(parsed("a or ".repeat(2_000) + "b"))
                .startsWith("or(a, a, a, ")
                .endsWith(", a, b)");
        assertThat(parsed("a or ".repeat(3_000) + "b")).contains("a condition of more than 5000 words");
    }

    private static Optional<Condition> parse(String condition, ProblemLog log) {
        var scalar = scalar(condition);
        return ConditionParser.parse(scalar, new SelectionNames(scalar, NAMES, log), log);
    }

    private static String parsed(String condition) {
        var log = new ProblemLog(new SourceText("t.yml", condition));
        var parsed = parse(condition, log);
        return log.isEmpty()
                ? parsed.map(Said::by).orElseThrow()
                : log.problems().toString();
    }

    private static Yaml.Scalar scalar(String condition) {
        return new Yaml.Scalar(condition, ScalarType.TEXT, Position.startOf("t.yml"), 0);
    }
}
