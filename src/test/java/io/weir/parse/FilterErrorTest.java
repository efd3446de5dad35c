package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterErrorTest {

    /** A rule, a correlation, and two rules of one name; the filter begins at line 1 of its own file. */
    private static final String RULES = """
            title: R
            id: r1
            name: one
            logsource: {product: windows, category: process_creation}
            detection: {s: a, condition: s}
            ---
            title: Twin
            id: r2
            name: twin
            logsource: {product: windows, service: security}
            detection: {s: a, condition: s}
            ---
            title: Other Twin
            id: r3
            name: twin
            logsource: {product: windows, service: security}
            detection: {s: a, condition: s}
            ---
            title: C
            id: c1
            correlation: {type: temporal_ordered, rules: [r1, r2], timespan: 5m}
            """;

    private static String letters(String filter) {
        return Rules.letters(Rules.file("filters/f.yml", filter), Rules.file(Rules.FILE, RULES));
    }

    private static String filter(String rest) {
        return "title: F\nid: f1\nlogsource: {product: windows, category: process_creation}\nfilter:\n"
                + rest.indent(4);
    }

    private static Stream<Arguments> letters() {
        return Stream.of(
                arguments("rules: [r1, nope]\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:17: error: no rule has the id or the name 'nope' [missing-rule]
                          |     rules: [r1, nope]
                          | ................^
                          rule      F (f1)
                          expected  the id or the name of a rule that is loaded, too, and not refused
                        """),
                arguments("rules: [any]\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:13: error: no rule has the id or the name 'any' [missing-rule]
                          |     rules: [any]
                          | ............^
                          rule      F (f1)
                          expected  the id or the name of a rule that is loaded, too, and not refused
                          fix       for all rules of the log source, write rules: any
                        """),
                arguments("rules: twin\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:12: error: several rules have the name 'twin' [ambiguous-reference]
                          |     rules: twin
                          | ...........^
                          rule      F (f1)
                          expected  a name that one rule has
                          fix       refer to the rule by its id
                        """),
                arguments("rules: [C1]\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:13: error: 'C1' is a correlation, which no filter is for [invalid-reference]
                          |     rules: [C1]
                          | ............^
                          rule      F (f1)
                          expected  a rule that looks at events
                          fix       refer to the rules that the correlation looks at
                        """),
                arguments("rules: r2\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:12: error: the filter's log source does not take in that of 'r2' [invalid-filter]
                          |     rules: r2
                          | ...........^
                          rule      F (f1)
                          expected  a log source that takes in product: windows, service: security
                        """),
                arguments("selection: b\ncondition: not selection", """
                        filters/f.yml:5:5: error: the filter has no 'rules' [missing-key]
                          |     selection: b
                          | ....^
                          rule      F (f1)
                          expected  any, or a list of ids or names of rules
                        """),
                arguments("rules: []\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:5: error: a filter of no rules [empty-value]
                          |     rules: []
                          | ....^
                          rule      F (f1)
                          expected  any, or a list of ids or names of rules
                          fix       for all rules of the log source, write rules: any
                        """),
                arguments("rules: ['']\nselection: b\ncondition: not selection", """
                        filters/f.yml:5:13: error: an empty reference [empty-value]
                          |     rules: ['']
                          | ............^
                          rule      F (f1)
                          expected  the id or the name of a rule
                        """),
                arguments("rules: any\nselection: b\ncondition: [selection, not selection]", """
                        filters/f.yml:7:16: error: a filter with a list of conditions [invalid-filter]
                          |     condition: [selection, not selection]
                          | ...............^
                          rule      F (f1)
                          expected  one condition
                        """),
                arguments("rules: any\nselection: b\n", """
                        filters/f.yml:5:5: error: the filter has no 'condition' [missing-key]
                          |     rules: any
                          | ....^
                          rule      F (f1)
                          expected  condition: the names of selections, joined by and, or, not
                        """),
                arguments("rules: any\nselection: b\ncondition: not s", """
                        filters/f.yml:7:20: error: no selection is called 's' [unknown-selection]
                          |     condition: not s
                          | ...................^
                          rule      F (f1)
                          expected  one of selection
                        """),
                arguments("rules: any\ncondition: rules", """
                        filters/f.yml:5:5: error: a filter without selections [empty-value]
                          |     rules: any
                          | ....^
                          rule      F (f1)
                          expected  a selection beside the condition
                        filters/f.yml:6:16: error: no selection is called 'rules' [unknown-selection]
                          |     condition: rules
                          | ...............^
                          rule      F (f1)
                          expected  a selection
                        """));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysWhatIsWrongWithAFilter(String rest, String letter) {
        assertThat(letters(filter(rest))).isEqualTo(letter);
    }

    @Test
    void aFilterThatAppliesToNothingSaysSo() {
        assertThat(letters(filter("rules: any\nselection: b\ncondition: selection")
                        .replace("process_creation", "dns_query")))
                .isEqualTo("""
                filters/f.yml:5:12: error: the filter applies to no rule [invalid-filter]
                  |     rules: any
                  | ...........^
                  rule      F (f1)
                  expected  a rule of its log source
                """);
    }

    @Test
    void aFilterNeedsALogSource() {
        assertThat(letters("title: F\nfilter: {rules: any, selection: b, condition: selection}\n"))
                .isEqualTo("""
                filters/f.yml:1:1: error: the rule has no 'logsource' [missing-key]
                  | title: F
                  | ^
                  rule      F
                  expected  a map of product, category and service, or some of them
                """);
    }

    @Test
    void oneDocumentIsARuleOrAFilter() {
        assertThat(Rules.letters("""
                title: T
                logsource: {product: windows}
                detection: {s: a, condition: s}
                filter: {rules: any, selection: b, condition: selection}
                ---
                title: F
                logsource: {product: windows}
                correlation: {}
                filter: {rules: any, selection: b, condition: selection}
                ---
                title: Empty
                logsource: {product: windows}
                filter:
                """)).isEqualTo("""
                rules/t.yml:4:1: error: 'filter' in a rule [conflicting-keys]
                  | filter: {rules: any, selection: b, condition: selection}
                  | ^
                  rule      T
                  expected  a document of its own for each filter
                rules/t.yml:8:1: error: 'correlation' in a filter [conflicting-keys]
                  | correlation: {}
                  | ^
                  rule      F
                  expected  a document of its own for each
                rules/t.yml:13:1: error: an empty filter [empty-value]
                  | filter:
                  | ^
                  rule      Empty
                  expected  a map with rules, selections, condition
                """);
    }

    @Test
    void anIdIsOneOfARuleOrOfAFilter() {
        assertThat(letters(
                        filter("rules: any\nselection: b\ncondition: selection").replace("f1", "r1")))
                .contains("rules/t.yml:2:5: error: id 'r1' is taken already [duplicate-id]\n");
    }
}
