package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a document reads when it is wrong. */
class RuleErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(text)).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("""
                        titel: T
                        id: x1
                        logsource:
                            product: windows
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:1:1: error: the rule has no 'title' [missing-key]
                          | titel: T
                          | ^
                          rule      x1
                          expected  a line that says what the rule detects
                          fix       write title instead of titel
                        """),
                arguments("""
                        title: 5
                        id: a b
                        level: High
                        status: stabel
                        logsource:
                            product: windows
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:1:8: error: 'title' is number '5' [wrong-type]
                          | title: 5
                          | .......^
                          rule      5 (a b)
                          expected  text
                          fix       write title: '5'
                        rules/t.yml:2:5: error: 'id' is text 'a b' [invalid-id]
                          | id: a b
                          | ....^
                          rule      5 (a b)
                          expected  a UUID, or 1 to 128 visible characters
                        rules/t.yml:3:8: error: unknown level 'High' [unknown-level]
                          | level: High
                          | .......^
                          rule      5 (a b)
                          expected  one of informational, low, medium, high, critical
                          fix       write level: high
                        rules/t.yml:4:9: error: unknown status 'stabel' [unknown-status]
                          | status: stabel
                          | ........^
                          rule      5 (a b)
                          expected  one of stable, test, experimental, deprecated, unsupported
                          fix       write status: stable
                        """),
                arguments("""
                        title: T
                        id: x1
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:1:1: error: the rule has no 'logsource' [missing-key]
                          | title: T
                          | ^
                          rule      T (x1)
                          expected  a map of product, category and service, or some of them
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            categroy: process_creation
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:4:5: error: unknown key 'categroy' of a log source [unknown-key]
                          |     categroy: process_creation
                          | ....^
                          rule      T (x1)
                          expected  category, product, service or definition
                          fix       write category
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            definition: all
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:4:5: error: a log source that says nothing [empty-value]
                          |     definition: all
                          | ....^
                          rule      T (x1)
                          expected  product, category or service
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            category: ''
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:4:5: error: a log source that says nothing [empty-value]
                          |     category: ''
                          | ....^
                          rule      T (x1)
                          expected  product, category or service
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource: windows
                        detections: {}
                        """, """
                        rules/t.yml:1:1: error: the rule has no 'detection' [missing-key]
                          | title: T
                          | ^
                          rule      T (x1)
                          expected  a map of selections and a condition
                          fix       write detection instead of detections
                        rules/t.yml:3:12: error: 'logsource' is text 'windows' [wrong-type]
                          | logsource: windows
                          | ...........^
                          rule      T (x1)
                          expected  a map
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            product: windows
                        Level: high
                        taxonomy: ecs
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:5:1: error: key 'Level' is not in lower case [key-not-lower-case]
                          | Level: high
                          | ^
                          rule      T (x1)
                          expected  the keys of Sigma, which are in lower case
                          fix       write level
                        rules/t.yml:6:11: error: taxonomy 'ecs' is not supported by this version [unsupported]
                          | taxonomy: ecs
                          | ..........^
                          rule      T (x1)
                          expected  the taxonomy sigma, or no such key
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            product: windows
                        detection:
                            condition: selection
                        """, """
                        rules/t.yml:6:5: error: a detection without selections [empty-value]
                          |     condition: selection
                          | ....^
                          rule      T (x1)
                          expected  a selection beside the condition
                        rules/t.yml:6:16: error: no selection is called 'selection' [unknown-selection]
                          |     condition: selection
                          | ...............^
                          rule      T (x1)
                          expected  a selection
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                            product: windows
                        detection:
                            selection: {}
                            timeframe: 5m
                            conditon: selection
                        """, """
                        rules/t.yml:6:5: error: the detection has no 'condition' [missing-key]
                          |     selection: {}
                          | ....^
                          rule      T (x1)
                          expected  condition: the names of selections, joined by and, or, not
                          fix       write condition instead of conditon
                        rules/t.yml:6:16: error: selection 'selection' is empty [empty-value]
                          |     selection: {}
                          | ...............^
                          rule      T (x1)
                          expected  a map, a list of maps, or keywords
                        rules/t.yml:7:5: error: 'timeframe' is not supported: Sigma 2 has it no more [outdated-syntax]
                          |     timeframe: 5m
                          | ....^
                          rule      T (x1)
                          expected  selections and a condition
                          fix       write a correlation rule with a timespan
                        """),
                arguments("""
                        title: T
                        id: x1
                        logsource:
                        detection:
                            selection: {A: x}
                            condition:
                        """, """
                        rules/t.yml:3:1: error: the rule has nothing under 'logsource' [missing-key]
                          | logsource:
                          | ^
                          rule      T (x1)
                          expected  a map of product, category and service, or some of them
                        rules/t.yml:6:5: error: the detection has nothing under 'condition' [missing-key]
                          |     condition:
                          | ....^
                          rule      T (x1)
                          expected  condition: the names of selections, joined by and, or, not
                        """),
                arguments("""
                        action: global
                        title: G
                        """, """
                        rules/t.yml:1:1: error: collections of rules ('action') are not supported by this version [outdated-syntax]
                          | action: global
                          | ^
                          rule      G
                          expected  documents that are whole rules: Sigma 2 has no action any more
                          fix       write the common keys into each document
                        """),
                arguments("""
                        - a
                        - b
                        """, """
                        rules/t.yml:1:1: error: a list instead of a rule [no-rule]
                          | - a
                          | ^
                          expected  a map with title, logsource, detection
                        """),
                arguments("""
                        title: T
                        id: x1
                        id: x2
                        logsource:
                            product: windows
                        detection:
                            selection: a
                            condition: selection
                        """, """
                        rules/t.yml:3:1: error: key 'id' stands twice [duplicate-key]
                          | id: x2
                          | ^
                          rule      T (x1)
                          expected  each key once; the first is in line 2
                          fix       put the values into one list, or rename one of the keys
                        """),
                arguments("""
                        # nothing but a comment
                        """, """
                        rules/t.yml:1:1: error: no rule in this file [no-rule]
                          expected  a map with title, logsource, detection
                        """));
    }
}
