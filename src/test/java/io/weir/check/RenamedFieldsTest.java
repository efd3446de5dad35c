package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field is never there only if neither what a rule says nor what pipelines make of it is known. */
class RenamedFieldsTest {

    private static final String RULES = """
            title: Start
            id: 11111111-1111-4111-8111-111111111111
            name: start
            logsource: {product: windows, category: process_creation}
            detection: {s: {%1$s: a, ParentImage|fieldref: %1$s}, condition: s}
            ---
            title: Often
            correlation:
                type: value_count
                rules: [start]
                group-by: [who]
                aliases: {who: {start: %1$s}}
                timespan: 1m
                condition: {gte: 3, field: %1$s}
            """;

    private static final String PIPELINE = """
            name: Names
            priority: 10
            transformations:
              - type: field_name_mapping
                mapping: {Image: proc_path, process.executable: Image, Imgae: proc_path}
            """;

    @ParameterizedTest
    @CsvSource({"Image, 0, 0", "process.executable, 0, 0", "Imgae, 2, 2", "Iamge, 2, 2"})
    void whatAPipelineRenamesIsKnownByEitherName(String field, int items, int places) {
        var pipelines = LoadedPipelines.of(List.of(file("p.yml", PIPELINE)));
        assertThat(pipelines.problems()).isEmpty();

        var checked = CheckedRules.of(List.of(file("r.yml", RULES.formatted(field))), pipelines, Set.of());

        assertThat(checked.loaded().inForce()).isEqualTo(2);
        assertThat(checked.problems())
                .extracting(Problem::code)
                .filteredOn(code -> code == ProblemCode.FIELD_NEVER_THERE)
                .hasSize(items);
        assertThat(checked.problems())
                .extracting(Problem::code)
                .filteredOn(code -> code == ProblemCode.GROUP_BY_NEVER_THERE)
                .hasSize(places);
    }

    private static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(UTF_8));
    }
}
