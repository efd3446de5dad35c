package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.weir.event.FieldValue;
import io.weir.match.value.Operand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one thread finds in value after value of any kind, with expressions that differ in no more than their flags among them, is what RE2/J finds. */
class ExpressionsLawTest {

    /** Some are left to RE2/J: those with a word's boundary, and all of several lines. */
    private static final List<String> EXPRESSIONS = List.of(
            "",
            "a",
            "^$",
            "^a",
            "k$",
            "a.b",
            "^a.*k$",
            "[^a]",
            "1",
            "^-?\\d+$",
            "true|null",
            "\\bk",
            "(?m)^k",
            "\\n?\\z",
            "é",
            "\\Aa[ab]{3}k",
            ".");

    private static final List<String> PIECES =
            List.of("a", "b", "A", "k", "K", "\u212A", "1", "\n", "é", "É", "\uD83D\uDE00", "\uD83D", "null", " ");

    private static final List<FieldValue> OTHERS = List.of(
            new FieldValue.Null(),
            new FieldValue.Bool(true),
            new FieldValue.Bool(false),
            new FieldValue.Num("1", BigDecimal.ONE),
            new FieldValue.Num("-10", BigDecimal.valueOf(-10)));

    static LongStream seeds() {
        var one = System.getProperty("seed");
        return one == null ? LongStream.range(0, 200) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatRe2Finds(long seed) {
        var random = new Random(seed);
        var expressions = new Expressions();
        for (int round = 0; round < 300; round++) {
            var expression = RegularExpression.of(any(EXPRESSIONS, random), flags(random));
            var value = value(random);

            assertThat(expressions.find(expression, value))
                    .as("seed %d, round %d: %s in '%s'", seed, round, expression, value)
                    .isEqualTo(expression.fits(value));
        }
    }

    private static int flags(Random random) {
        return Stream.of(Pattern.CASE_INSENSITIVE, Pattern.DOTALL, Pattern.MULTILINE)
                .filter(flag -> random.nextInt(3) == 0)
                .reduce(0, (some, flag) -> some | flag);
    }

    private static Operand value(Random random) {
        return random.nextInt(4) == 0
                ? Operand.of(any(OTHERS, random)).findFirst().orElseThrow()
                : Operand.ofText(Stream.generate(() -> any(PIECES, random))
                        .limit(random.nextInt(7))
                        .collect(Collectors.joining()));
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
