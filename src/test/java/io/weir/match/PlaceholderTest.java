package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Problem;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

    private static String rule(String item) {
        return Rules.rule("r", "{product: windows}", "{s: {" + item + "}, condition: s}");
    }

    @Test
    void aRuleWithAPlaceholderThatNothingFillsIsRefused() {
        var rules = Rules.compile(rule("User|expand: '%Admins%'"));

        assertThat(rules.detections()).isEmpty();
        assertThat(rules.problems().stream().map(Problem::render).collect(Collectors.joining()))
                .isEqualTo("""
                rules.yml:5:30: error: placeholder '%Admins%' is not filled [unfilled-placeholder]
                  rule      Rule r (r)
                  expected  a pipeline that has Admins under vars, and the transformation value_placeholders
                  fix       give one with --pipeline FILE
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User|re|expand: '^%Admins%$'",
                "User|contains|expand: ['a', 'x%Admins%y']",
                "User|expand|windash|contains: ' -u %Admins%'",
            })
    void wherever(String item) {
        assertThat(Rules.compile(rule(item)).problems())
                .extracting(Problem::found)
                .containsExactly("placeholder '%Admins%' is not filled");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A|expand: 'plain', plain, true",
                "A|expand: '100%', 100%, true",
                "A|expand: '\\%x\\%', %x%, true",
                "A|contains|expand: '\\%x\\%', a%x%b, true",
                "A|re|expand: '^\\%x\\%$', %x%, true",
                "A|expand: '50%*', 50% off, true",
                "A|expand: '%a*b%', %a-b%, true",
                "A|expand: 'plain', other, false",
            })
    void textWithoutPlaceholdersIsText(String item, String value, boolean matches) {
        var rules = Rules.compile(rule(item));
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.matching(Rules.sysmon(1, "{\"A\": \"" + value + "\"}")).size() == 1)
                .isEqualTo(matches);
    }
}
