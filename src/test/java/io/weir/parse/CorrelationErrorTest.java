package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a correlation reads when it is wrong. */
class CorrelationErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(Rules.withCorrelation(text))).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("link: proces", """
                        rules/t.yml:7:11: error: unknown link 'proces'
                          |     link: proces
                          | ..........^
                          rule      T (c1)
                          expected  process or process-tree
                        """),
                arguments("link: process\naliases:\n    user:\n        a: User", """
                        rules/t.yml:8:5: error: field name aliases ('aliases') are not supported by this version
                          |     aliases:
                          | ....^
                          rule      T (c1)
                          expected  fields of the same name in all rules of the correlation
                        """),
                arguments("condition:\n    gte: 3", """
                        rules/t.yml:8:9: error: a count of the rules that must match is not supported by this version
                          |         gte: 3
                          | ........^
                          rule      T (c1)
                          expected  no condition, or gte: 2 for all rules
                        """),
                arguments("condition: a and not b", """
                        rules/t.yml:7:16: error: a condition over rule names is not supported by this version
                          |     condition: a and not b
                          | ...............^
                          rule      T (c1)
                          expected  no condition, or gte: 2
                        """),
                arguments("group_by: User", """
                        rules/t.yml:7:5: error: unknown key 'group_by' of a correlation
                          |     group_by: User
                          | ....^
                          rule      T (c1)
                          expected  one of type, rules, group-by, timespan, condition, aliases, generate, link
                          fix       write group-by
                        """),
                arguments("generate: maybe", """
                        rules/t.yml:7:15: error: 'generate' is text 'maybe'
                          |     generate: maybe
                          | ..............^
                          rule      T (c1)
                          expected  true or false
                        """));
    }
}
