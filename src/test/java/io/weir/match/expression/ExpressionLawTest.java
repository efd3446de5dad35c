package io.weir.match.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On expressions and texts made by chance, the automaton and RE2 say the same. */
class ExpressionLawTest {

    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "K",
            "s",
            "1",
            " ",
            ".",
            "\\.",
            "\\\\",
            "\\d",
            "\\D",
            "\\w",
            "\\W",
            "\\s",
            "\\S",
            "[ab]",
            "[^a]",
            "[a-c1]",
            "[^\\s\"]",
            "[\\w-]",
            "[]a]",
            "[^]a]",
            "[a\\]]",
            "[Kk]",
            "^",
            "$",
            "\\A",
            "\\z",
            "\\n",
            "\n",
            "é",
            "É",
            "\uD83D\uDE00",
            "[é-ü]",
            "(?i)",
            "(?i:k)",
            "(?s:.)",
            "(?s)",
            "-",
            "\"",
            "[0-9a-f]");
    private static final List<String> REPEATS =
            List.of("", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "+?", "{3,5}?");
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "k",
            "K",
            "\u212A",
            "s",
            "\u017F",
            "S",
            "1",
            " ",
            "\n",
            ".",
            "\\",
            "é",
            "É",
            "\uD83D\uDE00",
            "\uD83D",
            "-",
            "\"",
            "");

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatRe2Finds(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var expression = expression(random, 3);
            int flags = random.nextInt(4);
            var judge = judge(expression, flags);
            var automaton = judge.flatMap(re2 -> Expression.of(expression, (flags & 1) != 0, (flags & 2) != 0));
            automaton.map(ExpressionRun::new).ifPresent(run -> {
                for (int i = 0; i < 20; i++) {
                    var text = text(random);
                    assertThat(finds(run, text))
                            .as("seed %d: '%s' with flags %d in '%s'", seed, expression, flags, text)
                            .isEqualTo(judge.get().matcher(text).find());
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsOfSeveralWhatEachByItselfFinds(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            var several = Stream.generate(
                            () -> Expression.of(expression(random, 2), random.nextBoolean(), random.nextBoolean()))
                    .limit(1 + random.nextInt(5))
                    .flatMap(Optional::stream)
                    .toList();
            if (!several.isEmpty()) {
                var together = new ExpressionRun(Expression.anyOf(several).orElseThrow());
                for (int i = 0; i < 20; i++) {
                    var text = text(random);
                    long found = together.findIn(text);
                    for (int part = 0; part < several.size(); part++) {
                        assertThat((found >>> part & 1) == 1)
                                .as("seed %d, round %d, expression %d: '%s'", seed, round, part, text)
                                .isEqualTo(finds(new ExpressionRun(several.get(part)), text));
                    }
                }
            }
        }
    }

    private static Optional<Pattern> judge(String expression, int flags) {
        try {
            int all = ((flags & 1) != 0 ? Pattern.CASE_INSENSITIVE : 0) | ((flags & 2) != 0 ? Pattern.DOTALL : 0);
            return Optional.of(Pattern.compile(expression, all));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean finds(ExpressionRun run, String text) {
        return run.findIn(text) != 0;
    }

    private static String expression(Random random, int depth) {
        var written = new StringBuilder();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            var part = depth > 0 && random.nextInt(4) == 0
                    ? "(" + expression(random, depth - 1)
                            + (random.nextBoolean() ? "|" + expression(random, depth - 1) : "") + ")"
                    : any(ATOMS, random);
            written.append(part).append(any(REPEATS, random));
        }
        return written.toString();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(any(PIECES, random));
        }
        return text.toString();
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** What rules of the corpus are made of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\s['\"]?C:\\\\Windows\\\\(?:System32|SysWOW64|WinSxS)",
                "cmd.{0,5}(?:/c|/r)(?:\\s|)\"set\\s[a-zA-Z]{3,6}.*(?:\\{\\d\\}){1,}\\\\\"\\s+?-f(?:.*\\)){1,}.*\"",
                "(?i)\\$\\{`?e`?n`?v`?:`?p`?a`?t`?h`?\\}",
                "(^[a-zA-Z]{4}$)|(^[a-zA-Z]{8}$)|(^[a-zA-Z]{16}$)",
                "\\\\[a-zA-Z]{8}\\.tmp(?:\\n?\\z)",
                "[^\\\\]{1,256}(?:\\n?\\z)"
            })
    void knowsWhatRulesAreWrittenIn(String expression) {
        assertThat(Expression.of(expression, false, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\bword\\b", "(?m)^a", "[[:alpha:]]", "\\pL", "(?P<name>a)", "a{1000}{1000}"})
    void leavesTheRestToRe2(String expression) {
        assertThat(Expression.of(expression, false, false)).isEmpty();
    }

    @Test
    void forgetsStatesWhenThereAreTooManyAndGoesOn() {
        var expression = "a[ab]{14}c";
        var run = new ExpressionRun(Expression.of(expression, false, false).orElseThrow());
        var random = new Random(7);
        var judge = Pattern.compile(expression);
        for (int i = 0; i < 50; i++) {
            var text = new StringBuilder();
            random.ints(2_000, 0, 40).forEach(n -> text.append(n == 0 ? 'c' : n % 2 == 0 ? 'a' : 'b'));
            assertThat(finds(run, text.toString()))
                    .isEqualTo(judge.matcher(text).find());
        }
    }
}
