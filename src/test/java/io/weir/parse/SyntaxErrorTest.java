package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a selection reads when it is wrong. */
class SyntaxErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(Rules.withItem(text))).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("\tA: 1", """
                        rules/t.yml:7:9: error: a tab where YAML wants spaces [tab]
                          |          A: 1
                          | ........^
                          rule      T (x1)
                          expected  spaces
                          fix       indent with spaces
                        """),
                arguments("A: \"C:\\Temp\\x\"", """
                        rules/t.yml:7:16: error: an escape that YAML does not know, in double quotes [yaml-syntax]
                          |         A: "C:\\Temp\\x"
                          | ...............^
                          rule      T (x1)
                          expected  \\\\ for a backslash
                          fix       use single quotes, in which a backslash is a backslash
                        """),
                arguments("A: \"C:\\xZZ\"", """
                        rules/t.yml:7:17: error: an escape that YAML does not know, in double quotes [yaml-syntax]
                          |         A: "C:\\xZZ"
                          | ................^
                          rule      T (x1)
                          expected  \\\\ for a backslash
                          fix       use single quotes, in which a backslash is a backslash
                        """),
                arguments("A: *\\cmd.exe", """
                        rules/t.yml:7:17: error: * or & at the start of a text without quotes [yaml-syntax]
                          |         A: *\\cmd.exe
                          | ................^
                          rule      T (x1)
                          expected  quotes around it
                          fix       write '…' around the whole value
                        """),
                arguments("A: *cmd", """
                        rules/t.yml:7:12: error: alias '*cmd' of an anchor that is not there [yaml-syntax]
                          |         A: *cmd
                          | ...........^
                          rule      T (x1)
                          expected  the anchor before it, or quotes around a text that begins with *
                          fix       write '*cmd'
                        """),
                arguments("A: foo: bar", """
                        rules/t.yml:7:15: error: ': ' inside a text without quotes, or a wrong indentation [yaml-syntax]
                          |         A: foo: bar
                          | ..............^
                          rule      T (x1)
                          expected  one key and one value a line
                          fix       write '…' around the whole value
                        """),
                arguments("A: %x%", """
                        rules/t.yml:7:12: error: a text without quotes that begins with '%' [yaml-syntax]
                          |         A: %x%
                          | ...........^
                          rule      T (x1)
                          expected  quotes around it
                          fix       write '…' around the whole value
                        """),
                arguments("A: 'it's'", """
                        rules/t.yml:7:16: error: text behind a closing quote [yaml-syntax]
                          |         A: 'it's'
                          | ...............^
                          rule      T (x1)
                          expected  the end of the line
                          fix       inside single quotes, write '' for a quote
                        """),
                arguments("A: 'abc", """
                        rules/t.yml:7:12: error: a quote that is never closed [yaml-syntax]
                          |         A: 'abc
                          | ...........^
                          rule      T (x1)
                          expected  the same quote at the end of the text
                          fix       inside single quotes, write '' for a quote
                        """),
                arguments("A: [a, b", """
                        rules/t.yml:7:12: error: a list in brackets that is not closed [yaml-syntax]
                          |         A: [a, b
                          | ...........^
                          rule      T (x1)
                          expected  ]
                        """),
                arguments("A: {a", """
                        rules/t.yml:7:12: error: a map in braces that is not closed [yaml-syntax]
                          |         A: {a
                          | ...........^
                          rule      T (x1)
                          expected  }
                          fix       write '…' around the whole value
                        """),
                arguments("A: 1\n B: 2", """
                        rules/t.yml:8:11: error: ': ' inside a text without quotes, or a wrong indentation [yaml-syntax]
                          |          B: 2
                          | ..........^
                          rule      T (x1)
                          expected  one key and one value a line
                          fix       write '…' around the whole value
                        """),
                arguments("  A: 1\nB: 2", """
                        rules/t.yml:8:9: error: a line that is not indented as the keys above it [yaml-syntax]
                          |         B: 2
                          | ........^
                          rule      T (x1)
                          expected  the keys of one map in one column
                        """),
                arguments("[a, b]: 1", """
                        rules/t.yml:7:9: error: a list as a key [wrong-type]
                          |         [a, b]: 1
                          | ........^
                          rule      T (x1)
                          expected  text as a key
                        rules/t.yml:7:9: error: selection 'selection' is empty [empty-value]
                          |         [a, b]: 1
                          | ........^
                          rule      T (x1)
                          expected  a map, a list of maps, or keywords
                        """),
                arguments("A: \"a\u0007b\"", """
                        rules/t.yml:7:14: error: character U+0007, which YAML does not allow [wrong-encoding]
                          |         A: "a\\u0007b"
                          | .............^
                          rule      T (x1)
                          expected  text
                        """),
                arguments("A: 1\nB\nC: 2", """
                        rules/t.yml:8:9: error: a line that is neither a key nor an item of a list [yaml-syntax]
                          |         B
                          | ........^
                          rule      T (x1)
                          expected  a key with ':' behind it, or '-' before it
                        """),
                arguments("A: - x", """
                        rules/t.yml:7:12: error: an item of a list where none can be [yaml-syntax]
                          |         A: - x
                          | ...........^
                          rule      T (x1)
                          expected  '-' at the start of a line of its own
                        """),
                arguments("<<: 5", """
                        rules/t.yml:7:9: error: selection 'selection' is empty [empty-value]
                          |         <<: 5
                          | ........^
                          rule      T (x1)
                          expected  a map, a list of maps, or keywords
                        rules/t.yml:7:13: error: number '5' to merge with '<<' [wrong-type]
                          |         <<: 5
                          | ............^
                          rule      T (x1)
                          expected  a map, or a list of maps
                        """),
                arguments("A: !!int abc", """
                        rules/t.yml:7:12: error: tag '!!int' on 'abc' [yaml-tag]
                          |         A: !!int abc
                          | ...........^
                          rule      T (x1)
                          expected  no tag
                        """));
    }
}
