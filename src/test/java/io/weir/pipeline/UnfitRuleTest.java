package io.weir.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the author of a rule reads that a pipeline refuses, or can't be applied to. */
class UnfitRuleTest {

    private static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("{A: x}", "{id: never, type: rule_failure, message: nothing for this}", """
                        r.yml:1:1: error: nothing for this (rule_failure 'never', p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x, B: y}", """
                        {type: detection_item_failure, message: no B, field_name_conditions: [{type: include_fields, fields: [B]}]}""", """
                        r.yml:5:15: error: no B (detection_item_failure, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x, C: y}", "{type: strict_field_mapping_failure}", """
                        r.yml:5:9: error: fields that no transformation maps: A, C (strict_field_mapping_failure, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x}", "{type: drop_detection_item}", """
                        r.yml:1:1: error: nothing is left of what the rule looks for (drop_detection_item, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x}", "{type: field_name_mapping, mapping: {A: []}}", """
                        r.yml:5:9: error: field 'A' is mapped to no field (field_name_mapping, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A|expand: '%x%'}", "{type: value_placeholders}", """
                        r.yml:5:19: error: no values for the placeholder '%x%' (value_placeholders, p0.yml:2) [unfilled-placeholder]
                          rule      R (r1)
                          fix       write them under vars in the pipeline, as x: [...]
                        """),
                arguments("{A|expand: '%x%'}", "{type: regex}", """
                        r.yml:5:19: error: the placeholder '%x%' can't be made a regular expression (regex, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                          fix       fill it before, with value_placeholders
                        """),
                arguments("{A: [1, x]}", "{type: convert_type, target_type: num}", """
                        r.yml:5:16: error: 'x' can't be made a number (convert_type, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A|windash: '-1'}", "{type: convert_type, target_type: num}", """
                        r.yml:5:20: error: '-1' can't be made a number (convert_type, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A|startswith: 'C:\\x\\'}", "{type: replace_string, regex: x, replacement: y}", """
                        r.yml:5:23: error: a backslash in front of a wildcard, which would be taken for its escape (replace_string, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                          fix       write skip_special: true in the transformation
                        """),
                arguments("{Hashes: 'CRC=1'}", "{type: hashes_fields, valid_hash_algos: [MD5, SHA1]}", """
                        r.yml:5:9: error: no hash of a kind that there is a field for: MD5, SHA1 (hashes_fields, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{'|startswith': x}", "{type: case, method: upper}", """
                        r.yml:5:9: error: a keyword with startswith or endswith can't be given another value (case, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x}", """
                        {type: case, rule_conditions: [{type: rule_attribute, attribute: level, value: low}]}""", """
                        r.yml:1:1: error: the rule has no 'level' to compare (case, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """),
                arguments("{A: x}", """
                        {type: case, rule_conditions: [{type: rule_attribute, attribute: title, op: lt, value: low}]}""", """
                        r.yml:1:8: error: 'title' can't be compared by 'lt': 'R' is not a number or a date (case, p0.yml:2) [invalid-pipeline]
                          rule      R (r1)
                        """));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void saysWhatAboutTheRuleAndWhichTransformation(String selection, String item, String letter) {
        var rule = Processed.rule(selection, "s");

        assertThat(Processed.letters(rule, "transformations:\n  - " + item + "\n"))
                .isEqualTo(letter);
    }

    @Test
    void aStateThatCantBeComparedIsAProblemOfThePipeline() {
        var pipeline = """
                transformations:
                  - {type: set_state, key: n, val: some}
                  - type: drop_detection_item
                    rule_conditions:
                      - {type: processing_state, key: n, op: gt, val: 4}
                """;

        assertThat(Processed.letters(Processed.rule("{A: x}", "s"), pipeline)).isEqualTo("""
                p0.yml:5:55: error: the state 'n' is 'some', which is neither less nor greater than '4' (drop_detection_item, p0.yml:3) [invalid-pipeline]
                  rule      R (r1)
                """);
    }

    @Test
    void aRuleThatIsRefusedLeavesTheOthersAlone() {
        var rules = Processed.rule("{A: x}", "s") + "---\n"
                + Processed.rule("{B: y}", "s").replace("r1", "r2").replace("title: R", "title: S");
        var pipeline = """
                transformations:
                  - type: rule_failure
                    message: not here
                    rule_conditions: [{type: contains_field, field: A}]
                """;

        var processed = Processed.apply(rules, pipeline);

        assertThat(processed.problems()).hasSize(1);
        assertThat(processed.rules()).extracting(rule -> rule.header().id()).containsExactly("r2");
    }

    @Test
    void aMappingToSeveralFieldsHasNoNameForWhatACorrelationMeasures() {
        var rules = Processed.rule("{A: x}", "s") + """
                ---
                title: C
                id: c1
                correlation:
                    type: value_count
                    rules: r1
                    group-by: User
                    timespan: 5m
                    condition: {gte: 5, field: A}
                """;
        var pipeline = "transformations: [{type: field_name_mapping, mapping: {A: [B, C]}}]\n";

        assertThat(Processed.letters(rules, pipeline)).isEqualTo("""
                r.yml:15:32: error: field 'A' has to have one name here, and is mapped to [B, C] (field_name_mapping, p0.yml:1) [invalid-pipeline]
                  rule      C (c1)
                """);
    }

    @Test
    void fieldsToShowAndToGroupByMayNotGrowWithoutEnd() {
        var rules = Processed.rule("{X: x}", "s") + """
                fields: [A]
                ---
                title: C
                id: c1
                correlation:
                    type: event_count
                    rules: r1
                    group-by: A
                    timespan: 5m
                    condition: {gte: 5}
                """;
        var pipeline = "transformations:\n" + "  - {type: field_name_mapping, mapping: {A: [A, A]}}\n".repeat(60);

        assertThat(Processed.letters(rules, pipeline))
                .contains("r.yml:1:1: error: more than 10000 fields that one rule shows or groups by")
                .contains("r.yml:14:15: error: more than 10000 fields that one rule shows or groups by");
    }

    @Test
    void namesOfFieldsMayNotGrowWithoutEnd() {
        var rules = Processed.rule("{X: x}", "s") + """
                fields: [A]
                ---
                title: C
                id: c1
                correlation:
                    type: value_count
                    rules: r1
                    timespan: 5m
                    condition: {gte: 5, field: A}
                """;
        var pipeline = """
                transformations:
                  - type: field_name_prefix
                    prefix: %s
                    field_name_conditions: [{type: include_fields, fields: [A]}]
                """.formatted("x".repeat(1_024));

        assertThat(Processed.letters(rules, pipeline))
                .contains("r.yml:1:1: error: a field's name of more than 1024 characters")
                .contains("r.yml:15:32: error: a field's name of more than 1024 characters");
    }

    @Test
    void valuesMayNotGrowWithoutEnd() {
        var many = "[" + "a,".repeat(200) + "a]";
        var rule = Processed.rule("{A: " + many + ", B: " + many + "}", "s");
        var pipeline = "transformations: [{type: replace_string, regex: a, replacement: " + "x".repeat(30_000) + "}]\n";

        assertThat(Processed.letters(rule, pipeline))
                .contains("more than 10000000 characters in the values of one rule (replace_string, p0.yml:1)");
    }

    @Test
    void combinationsOfPlaceholdersMayNotGrowWithoutEnd() {
        var values = "[" + ("x".repeat(10_000) + ",").repeat(50) + "]";
        var pipeline = "vars: {v: %s}\ntransformations: [{type: value_placeholders}]\n".formatted(values);

        assertThat(Processed.letters(Processed.rule("{A|expand: '%v%%v%'}", "s"), pipeline))
                .contains("more than 10000000 characters in the values of one rule (value_placeholders, p0.yml:2)");
    }
}
