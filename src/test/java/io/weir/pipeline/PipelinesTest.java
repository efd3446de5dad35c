package io.weir.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.weir.Corpus;
import io.weir.parse.PipelineParser;
import io.weir.parse.RuleFile;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinesTest {

    private static final String RULE = Processed.rule("{Image|endswith: \\a.exe, User: [x, 5, null_]}", "s");

    private static String suffix(int priority, String suffix) {
        return "priority: %d\ntransformations: [{type: field_name_suffix, suffix: %s}]\n".formatted(priority, suffix);
    }

    @Test
    void anEmptyPipelineChangesNothing() throws IOException {
        var rules = Corpus.rules("rules-emerging-threats", "rules-threat-hunting", "rules-placeholder")
                .rules();

        assertThat(Processed.pipelines("transformations: []\n").apply(rules).rules())
                .isEqualTo(rules);
    }

    /** Every rule is taken apart and put together again, and is the very same. */
    @Test
    void aTransformationThatTakesNoRuleChangesNothing() throws IOException {
        var rules = Corpus.rules("rules-emerging-threats", "rules-threat-hunting", "rules-placeholder")
                .rules();
        var pipeline =
                "transformations: [{id: x, type: add_field, field: [], rule_conditions: [{type: is_sigma_rule}]}]\n";

        var processed = Processed.pipelines(pipeline).apply(rules);

        assertThat(processed.problems()).isEmpty();
        assertThat(processed.rules()).hasSameSizeAs(rules);
        for (int i = 0; i < rules.size(); i++) {
            assertThat(processed.rules().get(i)).isSameAs(rules.get(i));
        }
    }

    @Test
    void prioritiesOrderPipelinesAndFileNamesThoseOfOnePriority() {
        var inOrder = Processed.conditions(RULE, suffix(-1, ".a"), suffix(5, ".b"), suffix(5, ".c"));
        var otherwise = Processed.conditions(RULE, suffix(5, ".b"), suffix(5, ".c"), suffix(-1, ".a"));

        assertThat(inOrder).contains("Image.a.b.c");
        assertThat(otherwise).isEqualTo(inOrder);
    }

    @Test
    void theOrderInWhichPipelinesAreNamedMakesNoDifference() {
        var some = List.of(pipeline("b", 1, "x"), pipeline("a", 1, "y"), pipeline("c", 0, "z"));
        var others = List.of(some.get(2), some.get(0), some.get(1));

        assertThat(Pipelines.of(some).apply(Processed.parse(RULE)).rules())
                .isEqualTo(Pipelines.of(others).apply(Processed.parse(RULE)).rules());
    }

    private static Pipeline pipeline(String file, int priority, String suffix) {
        var parsed = PipelineParser.parse(
                List.of(new RuleFile(file, suffix(priority, suffix).getBytes(UTF_8))));
        return parsed.pipelines().get(0);
    }

    @Test
    void aRuleThatChangedHasAHashOfItsOwn() {
        var plain = Processed.only(RULE);
        var renamed = Processed.only(RULE, suffix(0, ".a"));
        var renamedOtherwise = Processed.only(RULE, suffix(0, ".b"));
        var moved = Processed.only(
                RULE,
                "# another file\npriority: 3\ntransformations:\n    - {id: x, type: field_name_suffix, suffix: .a}\n");

        assertThat(List.of(hash(plain), hash(renamed), hash(renamedOtherwise))).doesNotHaveDuplicates();
        assertThat(hash(moved)).isEqualTo(hash(renamed));
        assertThat(renamed.header().id()).isEqualTo(plain.header().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: add_condition, conditions: {A: 1}}",
                "{type: add_condition, conditions: {A: 1}, negated: true}",
                "{type: add_condition, conditions: {A|contains: 1}}",
                "{type: change_logsource, product: windows, service: security}",
                "{type: set_value, value: 1}",
                "{type: set_value, value: '1'}",
                "{type: set_value, value: true}",
                "{type: set_value, value: null}",
                "{type: add_field, field: A}",
                "{type: add_source, channel: A}",
                "{type: add_source, channel: A, event_id: 1}",
                "{type: add_source, channel: A, where: {F: x}}",
                "{type: add_source, channel: A, fields: {Image: B}}",
                "{type: add_source, channel: A, fields: {Image: [B]}}",
                "{type: add_source, channel: A, fields: {Image: {field: B, as: decimal}}}",
                "{type: add_source, channel: A, fields: {Image: {value: B}}}",
                "{type: add_source, channel: A, fields: {Image: {text: B}}}",
                "{type: add_source, channel: A, fields: {Image: {field: B, values: {c: d}}}}",
                "{type: add_source, channel: A, fields: {Image: {field: B, when: {c: d}}}}",
                "{type: add_source, channel: A, fields: {Image: {field: B, unless: {c: d}}}}",
            })
    void everyChangeOfWhatARuleMeansChangesItsHash(String item) {
        var changed = Processed.only(RULE, "transformations: [" + item + "]\n");

        assertThat(hash(changed)).isNotEqualTo(hash(Processed.only(RULE)));
    }

    @Test
    void noTwoOfThoseChangesShareAHash() {
        var hashes = Stream.of(
                        "{type: add_source, channel: A}",
                        "{type: add_source, provider: A}",
                        "{type: add_source, channel: A, where: {F: x}}",
                        "{type: add_source, channel: A, where: {F: [x, y]}}",
                        "{type: add_source, channel: A, fields: {F: x}}",
                        "{type: add_source, channel: A, fields: {F: {value: x}}}",
                        "{type: add_source, channel: A, fields: {F: {text: x}}}",
                        "{type: set_value, value: 1}",
                        "{type: set_value, value: '1'}",
                        "{type: add_condition, conditions: {A: 1}}",
                        "{type: add_condition, conditions: {A: '1'}}")
                .map(item -> hash(Processed.only(RULE, "transformations: [" + item + "]\n")))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static String hash(SigmaRule rule) {
        return rule.header().hash();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{A: x} ; {type: field_name_mapping, mapping: {A: [A, A]}} ; more than 10000 items of one rule",
                "{A: x} ; {type: map_string, mapping: {x: [x, x]}} ; more than 100000 values of one rule",
                "{A: x} ; {type: replace_string, regex: ^.*$, replacement: \\g<0>\\g<0>} ; a value of more than 65536 characters",
                "{A: x} ; {type: field_name_suffix, suffix: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx} ; a field's name of more than 1024 characters",
                "{A|expand: '%v%%v%%v%%v%%v%'} ; {type: value_placeholders} ; more than 10000 combinations of placeholders' values",
            })
    void noPipelineMakesARuleGrowWithoutBound(String selection, String item, String found) {
        var pipeline =
                "vars: {v: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}\ntransformations:\n" + ("  - " + item + "\n").repeat(40);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Processed.apply(Processed.rule(selection, "s"), pipeline)
                                .problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.found()).startsWith(found + " (")));
    }

    @Test
    void variablesOfTheLastPipelineCountForAll() {
        var fill = "priority: 1\nvars: {v: early}\ntransformations: [{type: value_placeholders}]\n";
        var late = "priority: 2\nvars: {v: late}\n";

        assertThat(Processed.conditions(Processed.rule("{A|expand: '%v%'}", "s"), fill, late))
                .isEqualTo("[\"A='late'\"]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // What neq, all and cased say stays said; see docs/pipelines.md.
                "{A|neq: x} ; {type: field_name_mapping, mapping: {A: [B, C]}} ; [[\"and\",[\"not\",\"B='x'\"],[\"not\",\"C='x'\"]]]",
                "{A|cased: x} ; {type: replace_string, regex: x, replacement: y} ; [\"A=cased 'y'\"]",
                "{A|cased: x} ; {type: map_string, mapping: {x: y}} ; [\"A=cased 'y'\"]",
                "{A|cased|expand: '%v%'} ; {type: value_placeholders} ; [\"A=cased 'w'\"]",
                "{Hashes|neq: [MD5=1, SHA1=2]} ; {type: hashes_fields, valid_hash_algos: [MD5, SHA1]} ; [[\"and\",[\"not\",\"MD5='1'\"],[\"not\",\"SHA1='2'\"]]]",
                "{Hashes|contains|all: [MD5=1, SHA1=2]} ; {type: hashes_fields, valid_hash_algos: [MD5, SHA1]} ; [[\"and\",\"MD5='1'\",\"SHA1='2'\"]]",
                "{A|neq: 'a:1'} ; {type: extract_fields, regex: '(?P<k>.):(?P<v>.)'} ; [[\"or\",[\"not\",\"k='a'\"],[\"not\",\"v=1\"]]]",
                // A placeholder is filled before it is encoded, or spelled out with other dashes.
                "{A|expand|base64: '%v%'} ; {type: value_placeholders} ; [\"A='dw=='\"]",
                "{A|expand|windash: '-%v%'} ; {type: value_placeholders} ; [\"A=expansion\"]",
                "{A|re|expand: '^%v%$'} ; {type: wildcard_placeholders} ; [\"A=re ^.*$\"]",
                // Values of several kinds in one item.
                "{A: [x, 5]} ; {type: set_value, value: 1, detection_item_conditions: [{type: is_null, cond: any}]} ; [[\"or\",\"A='x'\",\"A=5\"]]",
                "{A|neq: [x, 5]} ; {type: regex, method: plain} ; [[\"and\",[\"not\",\"A=5\"],[\"not\",\"A=re x\"]]]",
                "{A|all: [x, 5]} ; {type: regex, method: plain} ; [[\"and\",\"A=5\",\"A=re x\"]]",
            })
    void keepsWhatTheRuleSaid(String selection, String item, String conditions) {
        var pipeline = "vars: {v: w}\ntransformations:\n  - " + item + "\n";

        assertThat(Processed.conditions(Processed.rule(selection, "s"), pipeline))
                .isEqualTo(conditions);
    }

    @Test
    void positionsSurvive() {
        var rule = Processed.only(RULE, suffix(0, ".a"));
        var item = rule.detection().selections().values().iterator().next();

        assertThat(item.toString()).contains("line=5, column=9").contains("line=5, column=25");
    }
}
