package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a document reads when it is wrong. */
class CorrelationDocumentErrorTest {

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsTheAuthorWhereAndWhatAndWhatInstead(String text, String letters) {
        assertThat(Rules.letters(text)).isEqualTo(letters);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("""
                        title: T
                        id: c1
                        correlation:
                            type: value_median
                            rules: a
                            timespan: [5m, 10m]
                            condition:
                                gte: ten
                        """, """
                        rules/t.yml:4:11: error: correlation type 'value_median' is not one of Sigma's [unknown-correlation-type]
                          |     type: value_median
                          | ..........^
                          rule      T (c1)
                          expected  one of event_count, value_count, temporal, temporal_ordered, value_sum, value_avg, value_percentile
                          fix       write value_percentile, and percentile: 50 in the condition
                        rules/t.yml:6:15: error: 'timespan' is a list [wrong-type]
                          |     timespan: [5m, 10m]
                          | ..............^
                          rule      T (c1)
                          expected  one value
                        """),
                arguments("""
                        title: T
                        id: c1
                        correlation:
                            type: temporal_order
                            rules: []
                            timespan: 1W
                        """, """
                        rules/t.yml:4:11: error: unknown correlation type 'temporal_order' [unknown-correlation-type]
                          |     type: temporal_order
                          | ..........^
                          rule      T (c1)
                          expected  one of event_count, value_count, temporal, temporal_ordered, value_sum, value_avg, value_percentile
                          fix       write temporal_ordered
                        rules/t.yml:5:5: error: a correlation of no rules [empty-value]
                          |     rules: []
                          | ....^
                          rule      T (c1)
                          expected  a list of ids or names of rules
                        rules/t.yml:6:15: error: timespan '1W' [invalid-timespan]
                          |     timespan: 1W
                          | ..............^
                          rule      T (c1)
                          expected  a number and s, m, h, d, w, M (months) or y, such as 90s, 15m, 1h or 7d
                          fix       write the letter in lower case
                        """),
                arguments("""
                        title: T
                        id: c1
                        correlation:
                            rule: a
                            timespan: 0s
                        """, """
                        rules/t.yml:4:5: error: the correlation has no 'rules' [missing-key]
                          |     rule: a
                          | ....^
                          rule      T (c1)
                          expected  a list of ids or names of rules
                          fix       write rules instead of rule
                        rules/t.yml:4:5: error: the correlation has no 'type' [missing-key]
                          |     rule: a
                          | ....^
                          rule      T (c1)
                          expected  one of event_count, value_count, temporal, temporal_ordered, value_sum, value_avg, value_percentile
                        rules/t.yml:4:5: error: unknown key 'rule' of a correlation [unknown-key]
                          |     rule: a
                          | ....^
                          rule      T (c1)
                          expected  one of type, rules, group-by, timespan, condition, aliases, generate, link
                          fix       write rules
                        rules/t.yml:5:15: error: timespan '0s' out of range [invalid-timespan]
                          |     timespan: 0s
                          | ..............^
                          rule      T (c1)
                          expected  1s to 3650d
                        """),
                arguments("""
                        title: T
                        id: c1
                        correlation:
                            type: temporal_ordered
                            rules: [a]
                            timespan: 60
                            generate: false
                        generate: true
                        """, """
                        rules/t.yml:6:15: error: timespan '60' [invalid-timespan]
                          |     timespan: 60
                          | ..............^
                          rule      T (c1)
                          expected  a number and s, m, h, d, w, M (months) or y, such as 90s, 15m, 1h or 7d
                        rules/t.yml:8:1: error: two different 'generate' [conflicting-keys]
                          | generate: true
                          | ^
                          rule      T (c1)
                          expected  one, inside the correlation or beside it
                        """),
                arguments("""
                        title: T
                        id: c1
                        correlation:
                            type: temporal_ordered
                            rules: [a, ' ']
                        logsource:
                            product: windows
                        """, """
                        rules/t.yml:4:5: error: the correlation has no 'timespan' [missing-key]
                          |     type: temporal_ordered
                          | ....^
                          rule      T (c1)
                          expected  a number and s, m, h or d, such as 15m
                        rules/t.yml:5:16: error: an empty reference [empty-value]
                          |     rules: [a, ' ']
                          | ...............^
                          rule      T (c1)
                          expected  the id or the name of a rule
                        rules/t.yml:6:1: error: 'logsource' in a correlation [conflicting-keys]
                          | logsource:
                          | ^
                          rule      T (c1)
                          expected  a document of its own for each rule
                        """),
                arguments("""
                        title: T
                        id: c1
                        correlation:
                        """, """
                        rules/t.yml:3:1: error: an empty correlation [empty-value]
                          | correlation:
                          | ^
                          rule      T (c1)
                          expected  a map with type, rules, timespan
                        """));
    }
}
