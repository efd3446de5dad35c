package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a condition reads when it is wrong. */
class ConditionErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(Rules.withCondition(text))).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("selction and nope", """
                        rules/t.yml:8:16: error: no selection is called 'selction' [unknown-selection]
                          |     condition: selction and nope
                          | ...............^
                          rule      T (x1)
                          expected  one of selection, filter_a
                          fix       write selection
                        rules/t.yml:8:29: error: no selection is called 'nope' [unknown-selection]
                          |     condition: selction and nope
                          | ............................^
                          rule      T (x1)
                          expected  one of selection, filter_a
                        """),
                arguments("selection and", """
                        rules/t.yml:8:29: error: the condition ends too early [invalid-condition]
                          |     condition: selection and
                          | ............................^
                          rule      T (x1)
                          expected  a selection, not, or (
                        """),
                arguments("(selection", """
                        rules/t.yml:8:26: error: the condition ends too early [invalid-condition]
                          |     condition: (selection
                          | .........................^
                          rule      T (x1)
                          expected  and, or, or )
                        """),
                arguments("selection)", """
                        rules/t.yml:8:25: error: unexpected ')' in the condition [invalid-condition]
                          |     condition: selection)
                          | ........................^
                          rule      T (x1)
                          expected  and, or, or the end of the condition
                        """),
                arguments("selection filter_a", """
                        rules/t.yml:8:26: error: unexpected 'filter_a' in the condition [invalid-condition]
                          |     condition: selection filter_a
                          | .........................^
                          rule      T (x1)
                          expected  and, or, or the end of the condition
                        """),
                arguments("and selection", """
                        rules/t.yml:8:16: error: unexpected 'and' in the condition [invalid-condition]
                          |     condition: and selection
                          | ...............^
                          rule      T (x1)
                          expected  a selection, not, or (
                        """),
                arguments("selection or not", """
                        rules/t.yml:8:32: error: the condition ends too early [invalid-condition]
                          |     condition: selection or not
                          | ...............................^
                          rule      T (x1)
                          expected  a selection, not, or (
                        """),
                arguments("2 of filter_*", """
                        rules/t.yml:8:16: error: '2 of' is not a quantifier of Sigma [invalid-condition]
                          |     condition: 2 of filter_*
                          | ...............^
                          rule      T (x1)
                          expected  1 of, any of, or all of
                        """),
                arguments("1 of (selection)", """
                        rules/t.yml:8:21: error: unexpected '(' in the condition [invalid-condition]
                          |     condition: 1 of (selection)
                          | ....................^
                          rule      T (x1)
                          expected  a name with *, or them
                        """),
                arguments("1 of other_*", """
                        rules/t.yml:8:21: error: no selection fits 'other_*' [unknown-selection]
                          |     condition: 1 of other_*
                          | ....................^
                          rule      T (x1)
                          expected  one of selection, filter_a
                        """),
                arguments("all of", """
                        rules/t.yml:8:22: error: the condition ends too early [invalid-condition]
                          |     condition: all of
                          | .....................^
                          rule      T (x1)
                          expected  a name with *, or them
                        """),
                arguments("selection | count() > 5", """
                        rules/t.yml:8:26: error: '|' in a condition is not supported: Sigma 2 has it no more [outdated-syntax]
                          |     condition: selection | count() > 5
                          | .........................^
                          rule      T (x1)
                          expected  selections joined by and, or, not
                          fix       write a correlation rule
                        """),
                arguments("[]", """
                        rules/t.yml:8:5: error: an empty list of conditions [empty-value]
                          |     condition: []
                          | ....^
                          rule      T (x1)
                          expected  a condition
                        """),
                arguments("[selection, nope]", """
                        rules/t.yml:8:28: error: no selection is called 'nope' [unknown-selection]
                          |     condition: [selection, nope]
                          | ...........................^
                          rule      T (x1)
                          expected  one of selection, filter_a
                        """),
                arguments("{a: b}", """
                        rules/t.yml:8:16: error: 'condition' is a map [wrong-type]
                          |     condition: {a: b}
                          | ...............^
                          rule      T (x1)
                          expected  text, or a list of texts
                        """),
                arguments(">\n    selection and\n    not\n      filtr_a", """
                        rules/t.yml:11:11: error: no selection is called 'filtr_a' [unknown-selection]
                          |           filtr_a
                          | ..........^
                          rule      T (x1)
                          expected  one of selection, filter_a
                          fix       write filter_a
                        """),
                arguments("'selection and nope'", """
                        rules/t.yml:8:31: error: no selection is called 'nope' [unknown-selection]
                          |     condition: 'selection and nope'
                          | ..............................^
                          rule      T (x1)
                          expected  one of selection, filter_a
                        """));
    }
}
