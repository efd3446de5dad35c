package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the author of a correlation's condition reads when it is wrong: where, what, what would be right, and what to write instead. */
class CorrelationConditionErrorTest {

    private static String told(String type, String condition) {
        var problems = Rules.parse(Rules.withCorrelation(type, "condition: " + condition))
                .problems();
        var told = new StringBuilder();
        for (var problem : problems) {
            told.append(told.isEmpty() ? "" : " | ")
                    .append(problem.position().line())
                    .append(':')
                    .append(problem.position().column())
                    .append(' ')
                    .append(problem.found())
                    .append(problem.expected().isEmpty() ? "" : " > " + problem.expected())
                    .append(problem.fix().isEmpty() ? "" : " > " + problem.fix());
        }
        return told.toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "event_count; 10; 7:16 'condition' is number '10' > a map with a comparison, such as gte: 10",
                "event_count; [gte, 10]; 7:16 'condition' is a list > a map with a comparison, such as gte: 10",
                "temporal; 2; 7:16 'condition' is number '2' > a map with a comparison, such as gte: 10, or rules joined by and, or, not",
                "event_count; a and b; 7:16 an expression as the condition of event_count > a map with a comparison, such as gte: 10: only temporal and temporal_ordered take expressions",
                "event_count; {}; 7:16 a condition without a comparison > one of lt, lte, gt, gte, eq, neq, with a number",
                "event_count; {gte: ten}; 7:22 'gte' is text 'ten' > a number",
                "event_count; {gte: '10'}; 7:22 'gte' is text '10' > a number > write gte: 10",
                "event_count; {gte: }; 7:21 'gte' is null > a number",
                "event_count; {gte: [1]}; 7:22 'gte' is a list > a number",
                "event_count; {gte: 1.5}; 7:22 'gte' is number '1.5' > a whole number of events",
                "value_count; {gte: 1.5, field: A}; 7:22 'gte' is number '1.5' > a whole number of values",
                "temporal; {gte: 1.5}; 7:22 'gte' is number '1.5' > a whole number of rules",
                "value_sum; {gte: .nan, field: A}; 7:22 'gte' is number '.nan', out of range > a finite number",
                "value_avg; {gte: 1.0e+999, field: A}; 7:22 'gte' is number '1.0e+999', out of range > a finite number",
                "event_count; {GTE: 5}; 7:16 a condition without a comparison > one of lt, lte, gt, gte, eq, neq, with a number | 7:17 unknown key 'GTE' in the condition of event_count > one of lt, lte, gt, gte, eq, neq > write gte",
                "event_count; {gte: 5, max: 9}; 7:25 unknown key 'max' in the condition of event_count > one of lt, lte, gt, gte, eq, neq",
                "event_count; {gte: 5, field: A}; 7:25 'field' in the condition of event_count > one of lt, lte, gt, gte, eq, neq",
                "temporal; {gte: 2, field: A}; 7:25 'field' in the condition of temporal > one of lt, lte, gt, gte, eq, neq",
                "value_sum; {gte: 5, field: A, percentile: 9}; 7:35 'percentile' in the condition of value_sum > one of lt, lte, gt, gte, eq, neq, field",
                "value_count; {gte: 5}; 7:16 the condition has no 'field' > the field whose values value_count looks at",
                "value_count; {gte: 5, fields: A}; 7:16 the condition has no 'field' > the field whose values value_count looks at > write field instead of fields | 7:25 unknown key 'fields' in the condition of value_count > one of lt, lte, gt, gte, eq, neq, field > write field",
                "value_count; {gte: 5, field: []}; 7:25 an empty list of fields > the name of a field",
                "value_count; {gte: 5, field: ''}; 7:32 an empty field in 'field' > the name of a field",
                "value_count; {gte: 5, field: {A: B}}; 7:32 'field' is a map > text, or a list of texts",
                "value_sum; {gte: 5, field: [A, B]}; 7:25 several fields in the condition of value_sum > one field: only value_count takes several",
                "value_avg; {gte: 5, field: [A, B]}; 7:25 several fields in the condition of value_avg > one field: only value_count takes several",
                "value_percentile; {gte: 5, field: A, percentile: 101}; 7:47 'percentile' is number '101' > a number from 0 to 100",
                "value_percentile; {gte: 5, field: A, percentile: -1}; 7:47 'percentile' is number '-1' > a number from 0 to 100",
                "value_percentile; {gte: 5, field: A, percentile: high}; 7:47 'percentile' is text 'high' > a number",
            })
    void saysWhatCanNotBeMeasured(String type, String condition, String told) {
        assertThat(told(type, condition)).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "event_count; eq: 0; a count of 1 or more events can fulfil",
                "event_count; lt: 1; a count of 1 or more events can fulfil",
                "event_count; lte: -5; a count of 1 or more events can fulfil",
                "event_count; 'gt: 200, lte: 100'; a count of 1 or more events can fulfil",
                "event_count; 'gt: 5, lt: 6'; a count of 1 or more events can fulfil",
                "event_count; 'gte: 5, lt: 6, neq: 5'; a count of 1 or more events can fulfil",
                "event_count; 'eq: 5, neq: 5'; a count of 1 or more events can fulfil",
                "temporal; gte: 3; a count of 1 to 2 rules can fulfil",
                "temporal; 'gt: 1, neq: 2'; a count of 1 to 2 rules can fulfil",
                "temporal_ordered; eq: 0; a count of 1 to 2 rules can fulfil",
            })
    void refusesCountsThatCanNotBe(String type, String condition, String expected) {
        assertThat(told(type, "{" + condition + "}"))
                .isEqualTo("7:16 a condition that is never true: " + condition + " > what " + expected);
    }

    @ParameterizedTest
    @CsvSource({"'gt: 5, lt: 5'", "'gte: 2, lte: 1'", "'eq: 0.5, gt: 0.5'", "'gte: 5, lte: 5, neq: 5'"})
    void refusesComparisonsThatContradictEachOther(String condition) {
        assertThat(told("value_avg", "{field: A, " + condition + "}"))
                .isEqualTo(
                        "7:16 a condition that is never true: " + condition + " > comparisons that can hold together");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "event_count; gte: 0",
                "event_count; neq: 0",
                "event_count; lt: 2",
                "event_count; 'gte: 5, lt: 7, neq: 5'",
                "temporal; 'gte: 1, neq: 1'",
                "temporal_ordered; lt: 2",
                "value_sum; 'gt: 5, lt: 5.5, neq: 5.25, field: A'",
                "value_avg; 'gte: 5, lte: 5, field: A'",
                "value_sum; 'lt: 0, field: A'",
            })
    void takesComparisonsThatSomethingFulfils(String type, String condition) {
        assertThat(told(type, "{" + condition + "}")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "''; 7:17 the condition ends too early > a rule, not, or (",
                "a and; 7:21 the condition ends too early > a rule, not, or (",
                "(a and b; 7:24 the condition ends too early > and, or, or )",
                "a b; 7:18 unexpected 'b' in the condition > and, or, or the end of the condition",
                "a and or b; 7:22 unexpected 'or' in the condition > a rule, not, or (",
                "a and b | count() > 5; 7:24 unexpected '|' in the condition > and, or, or the end of the condition",
                "1 of them; 7:21 a pattern of rules in the condition of a correlation > rules, joined by and, or, not",
                "a and all of x*; 7:29 a pattern of rules in the condition of a correlation > rules, joined by and, or, not",
                "not a; 7:16 a condition that is true without any event > a rule that must have matched, as in: a and not b",
                "not a and not b; 7:16 a condition that is true without any event > a rule that must have matched, as in: a and not b",
                "a or not b; 7:16 a condition that is true without any event > a rule that must have matched, as in: a and not b",
                "not (a and b); 7:16 a condition that is true without any event > a rule that must have matched, as in: a and not b",
            })
    void saysWhatIsWrongInAnExpression(String expression, String told) {
        assertThat(told("temporal", expression)).isEqualTo(told);
        assertThat(told("temporal_ordered", expression)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"not not a", "a and not b", "not (not a and b) and a"})
    void takesExpressionsThatNeedAnEvent(String expression) {
        assertThat(told("temporal", expression)).isEmpty();
    }
}
