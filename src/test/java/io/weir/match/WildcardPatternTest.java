package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weir.match.value.CaseFold;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WildcardPatternTest {

    private static final String LETTERS = "abAB\\*?-/–\n\uD83D\uDE00é";

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a*b*c, aXXbYYc, true",
                "ab*ba, aba, false",
                "a**b, ab, true",
                "*, ``, true",
                "?, ``, false",
                "``, ``, true",
                "``, a, false",
                "?, \uD83D\uDE00, true",
                "??, \uD83D\uDE00, false",
                "a?b*, a\uD83D\uDE00bc, true",
                "*?a, \uD83D\uDE00a, true",
                "*?a, a, false",
                "a*?, a, false",
                "*a?a*, xaaxaya, true",
                "*aab*, aaaab, true",
                "a\\*b, a*b, true",
                "a\\*b, aXb, false",
                "a\\\\*b, a\\Xb, true",
                "a\\\\*b, a*b, false",
                "a\\\\\\*b, a\\*b, true",
                "a\\\\\\*b, a\\Xb, false",
                "\\, \\, true",
                "\\\\, \\, true",
                "\\\\, \\\\, false",
                "\\\\\\, \\\\, true",
                "\\\\\\\\, \\\\, true",
                "\\a, \\a, true",
                "a\\, a\\, true",
                "*\\, a\\, true",
                "\\?, ?, true",
                "\\?, a, false",
                "STRASSE*, strasse 1, true",
                "ПРИ*, привет, true",
            })
    void readsWildcardsAndEscapes(String pattern, String text, boolean fits) {
        assertThat(matches(pattern, text, false)).isEqualTo(fits);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"A*c, AbC, false", "A*C, AbC, true", "a?C, aBC, true", "É*, é, false"})
    void countsCaseWhereAsked(String pattern, String text, boolean fits) {
        assertThat(matches(pattern, text, true)).isEqualTo(fits);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithARegularExpression(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var pattern = text(random, 8);
            var text = text(random, 10);
            boolean cased = random.nextBoolean();
            assertThat(matches(pattern, text, cased))
                    .as("'%s' on '%s', cased %s", pattern, text, cased)
                    .isEqualTo(asRegularExpression(pattern, cased).matcher(text).matches());
        }
    }

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(one));
    }

    @Test
    void takesTimeInProportionOnPatternsMadeToBeSlow() {
        var text = "a".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(matches("*a*a*a*a*a*a*a*a*b", text, false)).isFalse());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(matches("*a?a?a?a?b*a*c*", text, false)).isFalse());
    }

    @Test
    void neverFailsOnUnpairedSurrogates() {
        assertThatCode(() -> matches("*\uD83D?\uDE00", "\uDE00\uD83D\uD83D\uDE00\uDE00", false))
                .doesNotThrowAnyException();
    }

    private static boolean matches(String pattern, String text, boolean cased) {
        return WildcardPattern.of(PatternText.parse(pattern), cased).matches(cased ? text : CaseFold.fold(text));
    }

    private static String text(Random random, int most) {
        int[] points = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int left = random.nextInt(most); left > 0; left--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** The escaping rules read a second way: longest known sequence first. */
    private static Pattern asRegularExpression(String pattern, boolean cased) {
        var tokens = Pattern.compile("\\\\[\\\\*?]|.", Pattern.DOTALL).matcher(pattern);
        var expression = new StringBuilder();
        while (tokens.find()) {
            expression.append(
                    switch (tokens.group()) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        case "\\\\", "\\*", "\\?" ->
                            Pattern.quote(tokens.group().substring(1));
                        default -> Pattern.quote(tokens.group());
                    });
        }
        int flags = cased ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(expression.toString(), flags | Pattern.DOTALL);
    }
}
