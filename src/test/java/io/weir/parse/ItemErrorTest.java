package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a line of a selection reads when it is wrong. */
class ItemErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(Rules.withItem(text))).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("Image|startwith: 'C:\\Temp\\'", """
                        rules/t.yml:7:15: error: unknown modifier 'startwith' [unknown-modifier]
                          |         Image|startwith: 'C:\\Temp\\'
                          | ..............^
                          rule      T (x1)
                          expected  a modifier of Sigma 2.1
                          fix       write Image|startswith
                        """),
                arguments("Image|Contains: x", """
                        rules/t.yml:7:15: error: unknown modifier 'Contains' [unknown-modifier]
                          |         Image|Contains: x
                          | ..............^
                          rule      T (x1)
                          expected  a modifier of Sigma 2.1
                          fix       write Image|contains
                        """),
                arguments("Image|contains|not: x", """
                        rules/t.yml:7:24: error: unknown modifier 'not' [unknown-modifier]
                          |         Image|contains|not: x
                          | .......................^
                          rule      T (x1)
                          expected  a modifier of Sigma 2.1
                          fix       Sigma has no |not; write `not selection` in the condition, with this line in a selection of its own
                        """),
                arguments("CommandLine|regex: x.*", """
                        rules/t.yml:7:21: error: unknown modifier 'regex' [unknown-modifier]
                          |         CommandLine|regex: x.*
                          | ....................^
                          rule      T (x1)
                          expected  a modifier of Sigma 2.1
                          fix       write |re
                        """),
                arguments("Image|: x", """
                        rules/t.yml:7:15: error: an empty modifier [unknown-modifier]
                          |         Image|: x
                          | ..............^
                          rule      T (x1)
                          expected  a modifier after each |
                          fix       leave the | out
                        """),
                arguments("Image|quux: x", """
                        rules/t.yml:7:15: error: unknown modifier 'quux' [unknown-modifier]
                          |         Image|quux: x
                          | ..............^
                          rule      T (x1)
                          expected  one of all, contains, startswith, endswith, exists, cased, neq, windash, re, i, m, s, base64, base64offset, utf16, utf16le, utf16be, wide, lt, lte, gt, gte, minute, hour, day, week, month, year, cidr, expand, fieldref
                        """),
                arguments("'Image |contains': x", """
                        rules/t.yml:7:9: error: field 'Image ' with a space at its end [invalid-field-name]
                          |         'Image |contains': x
                          | ........^
                          rule      T (x1)
                          expected  a field name as events have it
                          fix       write Image
                        """),
                arguments("Image|contains|re: x", """
                        rules/t.yml:7:24: error: modifier 're' does not go after 'contains' [modifier-conflict]
                          |         Image|contains|re: x
                          | .......................^
                          rule      T (x1)
                          expected  'contains' or 're'
                          fix       leave one of them out
                        """),
                arguments("Image|i: x", """
                        rules/t.yml:7:15: error: modifier 'i' without 're' before it [modifier-conflict]
                          |         Image|i: x
                          | ..............^
                          rule      T (x1)
                          expected  a regular expression
                          fix       write Image|re|i
                        """),
                arguments("Port|lt|contains: 5", """
                        rules/t.yml:7:17: error: modifier 'contains' does not go after 'lt' [modifier-conflict]
                          |         Port|lt|contains: 5
                          | ................^
                          rule      T (x1)
                          expected  'lt' or 'contains'
                          fix       leave one of them out
                        """),
                arguments("Ip|cidr|endswith: 10.0.0.0/8", """
                        rules/t.yml:7:17: error: modifier 'endswith' does not go after 'cidr' [modifier-conflict]
                          |         Ip|cidr|endswith: 10.0.0.0/8
                          | ................^
                          rule      T (x1)
                          expected  'cidr' or 'endswith'
                          fix       leave one of them out
                        """),
                arguments("Port|lt: '1024'", """
                        rules/t.yml:7:18: error: modifier 'lt' does not take text '1024' [modifier-value]
                          |         Port|lt: '1024'
                          | .................^
                          rule      T (x1)
                          expected  a number
                          fix       write 1024 without quotes
                        """),
                arguments("Port|gte: many", """
                        rules/t.yml:7:19: error: modifier 'gte' does not take text 'many' [modifier-value]
                          |         Port|gte: many
                          | ..................^
                          rule      T (x1)
                          expected  a number
                        """),
                arguments("Port|exists: 'true'", """
                        rules/t.yml:7:22: error: modifier 'exists' does not take text 'true' [modifier-value]
                          |         Port|exists: 'true'
                          | .....................^
                          rule      T (x1)
                          expected  true or false
                          fix       write true without quotes
                        """),
                arguments("Image|contains:", """
                        rules/t.yml:7:24: error: modifier 'contains' does not take null [modifier-value]
                          |         Image|contains:
                          | .......................^
                          rule      T (x1)
                          expected  text
                          fix       for a field that is absent, write Image: null
                        """),
                arguments("Image|windash: 5", """
                        rules/t.yml:7:24: error: modifier 'windash' does not take number '5' [modifier-value]
                          |         Image|windash: 5
                          | .......................^
                          rule      T (x1)
                          expected  text
                          fix       write '5' in quotes
                        """),
                arguments("Port: .nan", """
                        rules/t.yml:7:15: error: number '.nan' out of range [invalid-number]
                          |         Port: .nan
                          | ..............^
                          rule      T (x1)
                          expected  a finite number
                        """),
                arguments("Ip|cidr: [10.0.0.0/33, 10.1.2.3/8, 'fe80::1/10', example.com/8]", """
                        rules/t.yml:7:19: error: '10.0.0.0/33' is no range of addresses [invalid-network]
                          |         Ip|cidr: [10.0.0.0/33, 10.1.2.3/8, 'fe80::1/10', example.com/8]
                          | ..................^
                          rule      T (x1)
                          expected  IPv4 or IPv6 in CIDR notation, such as 10.0.0.0/8 or fe80::/10
                        rules/t.yml:7:32: error: '10.1.2.3/8' has bits behind its prefix [invalid-network]
                          |         Ip|cidr: [10.0.0.0/33, 10.1.2.3/8, 'fe80::1/10', example.com/8]
                          | ...............................^
                          rule      T (x1)
                          expected  the first address of the range
                          fix       write 10.0.0.0/8
                        rules/t.yml:7:44: error: 'fe80::1/10' has bits behind its prefix [invalid-network]
                          |         Ip|cidr: [10.0.0.0/33, 10.1.2.3/8, 'fe80::1/10', example.com/8]
                          | ...........................................^
                          rule      T (x1)
                          expected  the first address of the range
                        rules/t.yml:7:58: error: 'example.com/8' is no range of addresses [invalid-network]
                          |         Ip|cidr: [10.0.0.0/33, 10.1.2.3/8, 'fe80::1/10', example.com/8]
                          | .........................................................^
                          rule      T (x1)
                          expected  IPv4 or IPv6 in CIDR notation, such as 10.0.0.0/8 or fe80::/10
                        """),
                arguments("Port: [1, null]", """
                        rules/t.yml:7:19: error: null in a list of values [null-in-list]
                          |         Port: [1, null]
                          | ..................^
                          rule      T (x1)
                          expected  null as the only value: it is a type of its own
                          fix       write a second selection with Port: null, and `1 of` both in the condition
                        """),
                arguments("Port: []", """
                        rules/t.yml:7:15: error: an empty list under 'Port' [empty-value]
                          |         Port: []
                          | ..............^
                          rule      T (x1)
                          expected  a value, or a list of values
                          fix       for a field that is absent, write Port: null
                        """),
                arguments("Port: {a: b}", """
                        rules/t.yml:7:15: error: a map under 'Port' [wrong-type]
                          |         Port: {a: b}
                          | ..............^
                          rule      T (x1)
                          expected  a value, or a list of values
                        """),
                arguments("Image|base64: 'a*b'", """
                        rules/t.yml:7:25: error: a wildcard under modifier 'base64' [modifier-value]
                          |         Image|base64: 'a*b'
                          | ........................^
                          rule      T (x1)
                          expected  text without wildcards
                          fix       write \\* or \\? for the character itself
                        """),
                arguments("'|exists': true", """
                        rules/t.yml:7:11: error: modifier 'exists' without a field [modifier-conflict]
                          |         '|exists': true
                          | ..........^
                          rule      T (x1)
                          expected  a field before it
                        """),
                arguments("A: 1\nA: 2", """
                        rules/t.yml:8:9: error: key 'A' stands twice [duplicate-key]
                          |         A: 2
                          | ........^
                          rule      T (x1)
                          expected  each key once; the first is in line 7
                          fix       put the values into one list, or rename one of the keys
                        """),
                arguments("A: !foo 1", """
                        rules/t.yml:7:12: error: tag '!foo' on a value [yaml-tag]
                          |         A: !foo 1
                          | ...........^
                          rule      T (x1)
                          expected  no tag
                        """),
                arguments("Image|startwith: a\nPort|lt: x\nB|contains: null", """
                        rules/t.yml:7:15: error: unknown modifier 'startwith' [unknown-modifier]
                          |         Image|startwith: a
                          | ..............^
                          rule      T (x1)
                          expected  a modifier of Sigma 2.1
                          fix       write Image|startswith
                        rules/t.yml:8:18: error: modifier 'lt' does not take text 'x' [modifier-value]
                          |         Port|lt: x
                          | .................^
                          rule      T (x1)
                          expected  a number
                        rules/t.yml:9:21: error: modifier 'contains' does not take null [modifier-value]
                          |         B|contains: null
                          | ....................^
                          rule      T (x1)
                          expected  text
                          fix       for a field that is absent, write B: null
                        """));
    }
}
