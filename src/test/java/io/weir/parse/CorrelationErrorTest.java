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
                        rules/t.yml:7:11: error: unknown link 'proces' [unknown-link]
                          |     link: proces
                          | ..........^
                          rule      T (c1)
                          expected  process or process-tree
                        """),
                arguments(
                        "group-by: [user]\naliases:\n    user:\n        a: User\n        b:\n    host: Computer", """
                        rules/t.yml:11:15: error: the field of rule 'b' is null [wrong-type]
                          |             b:
                          | ..............^
                          rule      T (c1)
                          expected  the name of a field
                        rules/t.yml:12:9: error: alias 'host' is not used [invalid-aliases]
                          |         host: Computer
                          | ........^
                          rule      T (c1)
                          expected  an alias that is a field in 'group-by'
                          fix       write it under group-by, or take it out
                        rules/t.yml:12:15: error: alias 'host' is text 'Computer' [wrong-type]
                          |         host: Computer
                          | ..............^
                          rule      T (c1)
                          expected  a map: for each rule of the correlation, its field
                        """),
                arguments("aliases: [user]", """
                        rules/t.yml:7:14: error: 'aliases' is a list [wrong-type]
                          |     aliases: [user]
                          | .............^
                          rule      T (c1)
                          expected  a map
                        """),
                arguments("condition: not a", """
                        rules/t.yml:7:16: error: a condition that is true without any event [impossible-condition]
                          |     condition: not a
                          | ...............^
                          rule      T (c1)
                          expected  a rule that must have matched, as in: a and not b
                        """),
                arguments("condition:\n    gte: 3", """
                        rules/t.yml:8:9: error: a condition that is never true: gte: 3 [impossible-condition]
                          |         gte: 3
                          | ........^
                          rule      T (c1)
                          expected  what a count of 1 to 2 rules can fulfil
                        """),
                arguments("group-by:\n    - ''\n    - [User]", """
                        rules/t.yml:8:11: error: an empty field in 'group-by' [empty-value]
                          |         - ''
                          | ..........^
                          rule      T (c1)
                          expected  the name of a field
                        rules/t.yml:9:11: error: 'group-by' is a list [wrong-type]
                          |         - [User]
                          | ..........^
                          rule      T (c1)
                          expected  text, or a list of texts
                        """),
                arguments("group_by: User", """
                        rules/t.yml:7:5: error: unknown key 'group_by' of a correlation [unknown-key]
                          |     group_by: User
                          | ....^
                          rule      T (c1)
                          expected  one of type, rules, group-by, timespan, condition, aliases, generate, link
                          fix       write group-by
                        """),
                arguments("generate: maybe", """
                        rules/t.yml:7:15: error: 'generate' is text 'maybe' [wrong-type]
                          |     generate: maybe
                          | ..............^
                          rule      T (c1)
                          expected  true or false
                        """));
    }
}
