package io.weir.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc 3 0",
                "a{3}b 4 0",
                "a{2,5} 5 0",
                "a{7,} 7 0",
                "(ab){10} 20 1",
                "(?:ab){10}|c 21 1",
                "(?P<name>ab){2} 4 1",
                "(?i)(a(b(c))) 3 3",
                "[a-z(]{3}\\(+ 4 0",
                "\\Qabc(\\E{2} 5 0",
                "a{x} 4 0",
                "a{1000}(?i){1000}(?s-i){1000} 1000000000 0",
                "a{1000}\\Q\\E{1000}\\Q\\E{1000} 1000000000 0",
                "\\x{2013}{2}\\x41\\101 4 0",
                "\\p{Latin}{3}\\PL 4 0",
                "((){1000}){1000} 1000000 2",
                "(((a{1,100}){1,100}){1,100}){1,100} 100000000 3",
                "((((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000} 1099511627776 8",
            })
    void writesRepetitionsOut(String expression, long steps, int depth) {
        assertThat(Expansion.of(expression)).isEqualTo(new Expansion(steps, depth));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "(a|b)*",
                "x{3,7}y",
                "(?i:a{2}[b-d]{3}){4}",
                "\\\\[^\\\\]{1,100}\\\\",
                "\\QC:\\\\x\\E+",
                "(?s).*",
                "a|b|c",
                "(ab?c){1,20}",
                "\\x{2013}",
                "\\p{Latin}{3}",
                "\\x41{3}",
                "(?:(?i)a){10}"
            })
    void neverCountsMoreThanThereAre(String expression) {
        assertThat(Expansion.of(expression).steps())
                .isLessThanOrEqualTo(Pattern.compile(expression).programSize());
    }

    @ParameterizedTest
    @ValueSource(strings = {")", "(", "[", "\\", "{", "(?", "a{99999}", "\\Q"})
    void readsWhatIsNoExpression(String expression) {
        assertThat(Expansion.of(expression).steps()).isLessThan(10);
    }
}
