package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.rule.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a pipeline reads when it is wrong, or asks for what can't be honoured. */
class PipelineErrorTest {

    private static String letters(String pipeline) {
        return PipelineParser.parse(List.of(Rules.file("p.yml", pipeline))).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining());
    }

    private static String item(String lines) {
        return "transformations:\n  - " + lines.indent(4).strip() + "\n";
    }

    @Test
    void namesWhatCantBeHonoured() {
        assertThat(letters("""
                transformations:
                  - type: query_expression_placeholders
                    expression: '{field} in {id}'
                  - type: field_name_transform
                  - type: http_placeholders
                postprocessing:
                  - type: embed
                    prefix: '('
                finalizers:
                  - {type: concat}
                """)).isEqualTo("""
                p.yml:2:11: error: transformation 'query_expression_placeholders' can't be honoured: it writes parts of queries, and Weir writes none [unsupported]
                  |   - type: query_expression_placeholders
                  | ..........^
                  expected  value_placeholders or wildcard_placeholders
                p.yml:4:11: error: transformation 'field_name_transform' can't be honoured: it calls a function of Python [unsupported]
                  |   - type: field_name_transform
                  | ..........^
                  expected  field_name_mapping, field_name_prefix or field_name_suffix
                p.yml:5:11: error: transformation 'http_placeholders' can't be honoured: it reads from outside the pipeline, which is not there where rules run [unsupported]
                  |   - type: http_placeholders
                  | ..........^
                  expected  value_placeholders, with the values under vars
                p.yml:7:11: error: postprocessing 'embed' can't be honoured: it shapes queries, and Weir writes none [unsupported]
                  |   - type: embed
                  | ..........^
                  expected  a pipeline without 'postprocessing'
                p.yml:10:12: error: finalizers 'concat' can't be honoured: it shapes queries, and Weir writes none [unsupported]
                  |   - {type: concat}
                  | ...........^
                  expected  a pipeline without 'finalizers'
                """);
    }

    private static Stream<Arguments> slips() {
        return Stream.of(
                arguments("trasformations: []\n", """
                        p.yml:1:1: error: unknown key 'trasformations' of a pipeline [unknown-key]
                          | trasformations: []
                          | ^
                          expected  one of name, priority, vars, transformations, allowed_backends, postprocessing, finalizers
                          fix       write transformations
                        """),
                arguments("priority: high\n", """
                        p.yml:1:11: error: 'priority' is text 'high' [wrong-type]
                          | priority: high
                          | ..........^
                          expected  a whole number
                        """),
                arguments("vars: {admins: {a: b}}\n", """
                        p.yml:1:16: error: variable 'admins' holds a map [wrong-type]
                          | vars: {admins: {a: b}}
                          | ...............^
                          expected  a value, or a list of values
                        """),
                arguments("transformations: [drop]\n", """
                        p.yml:1:19: error: text 'drop' as a transformation [wrong-type]
                          | transformations: [drop]
                          | ..................^
                          expected  a map with a type
                        """),
                arguments(item("id: x"), """
                        p.yml:2:5: error: the transformation has no 'type' [missing-key]
                          |   - id: x
                          | ....^
                          expected  the name of a transformation
                        """),
                arguments(item("type: field_name_maping\nmapping: {a: b}"), """
                        p.yml:2:11: error: unknown transformation 'field_name_maping' [invalid-pipeline]
                          |   - type: field_name_maping
                          | ..........^
                          expected  one of add_condition, add_field, add_source, case, change_logsource, convert_type, detection_item_failure, drop_detection_item, extract_fields, field_name_mapping, field_name_prefix, field_name_prefix_mapping, field_name_suffix, hashes_fields, map_string, nest, regex, remove_field, replace_string, rule_failure, set_custom_attribute, set_field, set_state, set_value, strict_field_mapping_failure, value_placeholders, wildcard_placeholders
                          fix       write field_name_mapping
                        """),
                arguments(item("type: field_name_suffix\nsufix: x"), """
                        p.yml:2:5: error: transformation 'field_name_suffix' has no 'suffix' [missing-key]
                          |   - type: field_name_suffix
                          | ....^
                          expected  text
                          fix       write suffix instead of sufix
                        p.yml:3:5: error: unknown key 'sufix' of transformation 'field_name_suffix' [unknown-key]
                          |     sufix: x
                          | ....^
                          expected  one of type, id, rule_conditions, rule_cond_expr, rule_cond_op, rule_cond_not, detection_item_conditions, detection_item_cond_expr, detection_item_cond_op, detection_item_cond_not, field_name_conditions, field_name_cond_expr, field_name_cond_op, field_name_cond_not, suffix
                          fix       write suffix
                        """),
                arguments(item("type: field_name_mapping\nmapping: {A: {B: c}, '': d, 5: e, F: [1, null]}"), """
                        p.yml:3:18: error: 'A' is mapped to a map [wrong-type]
                          |     mapping: {A: {B: c}, '': d, 5: e, F: [1, null]}
                          | .................^
                          expected  a field, or a list of fields
                        p.yml:3:26: error: text '' as the name of a field [wrong-type]
                          |     mapping: {A: {B: c}, '': d, 5: e, F: [1, null]}
                          | .........................^
                          expected  a field, or null for keywords
                        p.yml:3:33: error: number '5' as the name of a field [wrong-type]
                          |     mapping: {A: {B: c}, '': d, 5: e, F: [1, null]}
                          | ................................^
                          expected  a field, or null for keywords
                        p.yml:3:42: error: 'F' is mapped to a list [wrong-type]
                          |     mapping: {A: {B: c}, '': d, 5: e, F: [1, null]}
                          | .........................................^
                          expected  a field, or a list of fields
                        """),
                arguments(item("type: field_name_prefix_mapping\nmapping: {null: d}"), """
                        p.yml:3:15: error: null as the name of a field [wrong-type]
                          |     mapping: {null: d}
                          | ..............^
                          expected  the beginning of a field
                        """),
                arguments(item("type: replace_string\nregex: 'a(?=b)'\nreplacement: x"), """
                        p.yml:3:12: error: regular expression can't be run: invalid or unsupported Perl syntax: '(?=' [unsupported-regex]
                          |     regex: 'a(?=b)'
                          | ...........^
                          expected  an expression that runs in linear time: without look-around and back references
                        """),
                arguments(item("type: replace_string\nregex: 'a(b)'\nreplacement: '\\2'"), """
                        p.yml:4:18: error: a replacement that can't be read: no group '2' in the expression [invalid-pipeline]
                          |     replacement: '\\2'
                          | .................^
                          expected  \\1 or \\g<name> for a group, \\\\ for a backslash
                        """),
                arguments(item("type: replace_string\nregex: 'a(b)'\nreplacement: '\\q'"), """
                        p.yml:4:18: error: a replacement that can't be read: no such escape: '\\q' [invalid-pipeline]
                          |     replacement: '\\q'
                          | .................^
                          expected  \\1 or \\g<name> for a group, \\\\ for a backslash
                        """),
                arguments(item("type: extract_fields\nregex: 'a(b)'"), """
                        p.yml:3:12: error: an expression without named groups [invalid-pipeline]
                          |     regex: 'a(b)'
                          | ...........^
                          expected  (?P<field>...) around each part
                        """),
                arguments(item("type: value_placeholders\ninclude: [a]\nexclude: [b]"), """
                        p.yml:4:14: error: 'exclude' beside 'include' [conflicting-keys]
                          |     exclude: [b]
                          | .............^
                          expected  one of the two
                        """),
                arguments(item("type: case\nmethod: title"), """
                        p.yml:3:13: error: unknown method 'title' [invalid-pipeline]
                          |     method: title
                          | ............^
                          expected  one of lower, snake_case, upper
                        """),
                arguments(item("type: set_value\nvalue: abc\nforce_type: num"), """
                        p.yml:3:12: error: 'value' can't be made a number [invalid-pipeline]
                          |     value: abc
                          | ...........^
                          expected  a number
                        """),
                arguments(item("type: change_logsource"), """
                        p.yml:2:5: error: transformation 'change_logsource' states no log source [invalid-pipeline]
                          |   - type: change_logsource
                          | ....^
                          expected  category, product or service
                        """),
                arguments(item("type: add_condition\nname: a b\nconditions: {A|foo: x}"), """
                        p.yml:3:11: error: 'a b' can't name a selection [invalid-pipeline]
                          |     name: a b
                          | ..........^
                          expected  letters, digits, _ and -
                        p.yml:4:20: error: unknown modifier 'foo' [unknown-modifier]
                          |     conditions: {A|foo: x}
                          | ...................^
                          expected  one of all, contains, startswith, endswith, exists, cased, neq, windash, re, i, m, s, base64, base64offset, utf16, utf16le, utf16be, wide, lt, lte, gt, gte, minute, hour, day, week, month, year, cidr, expand, fieldref
                        """),
                arguments(item("type: nest"), """
                        p.yml:2:5: error: a nested pipeline without 'items' [invalid-pipeline]
                          |   - type: nest
                          | ....^
                          expected  items: a list of transformations
                        """),
                arguments(item("type: nest\nitems:\n  - type: rule_failure"), """
                        p.yml:4:9: error: transformation 'rule_failure' has no 'message' [missing-key]
                          |       - type: rule_failure
                          | ........^
                          expected  text
                        """));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void saysWhatIsWrong(String pipeline, String letters) {
        assertThat(letters(pipeline)).isEqualTo(letters);
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("rule_conditions: [{type: log_source, product: windows}]", """
                        p.yml:3:30: error: unknown condition 'log_source' [invalid-pipeline]
                          |     rule_conditions: [{type: log_source, product: windows}]
                          | .............................^
                          expected  one of contains_detection_item, contains_field, is_sigma_correlation_rule, is_sigma_rule, logsource, processing_item_applied, processing_state, rule_attribute, tag
                          fix       write logsource
                        """),
                arguments("rule_conditions: [{type: logsource, products: windows}]", """
                        p.yml:3:23: error: condition 'logsource' states no log source [invalid-pipeline]
                          |     rule_conditions: [{type: logsource, products: windows}]
                          | ......................^
                          expected  category, product or service
                        p.yml:3:41: error: unknown key 'products' of condition 'logsource' [unknown-key]
                          |     rule_conditions: [{type: logsource, products: windows}]
                          | ........................................^
                          expected  one of type, category, product, service
                          fix       write product
                        """),
                arguments("rule_conditions: [{product: windows}]", """
                        p.yml:3:23: error: the condition has no 'type' [missing-key]
                          |     rule_conditions: [{product: windows}]
                          | ......................^
                          expected  the name of a condition
                        """),
                arguments("rule_conditions: windows", """
                        p.yml:3:22: error: 'rule_conditions' is text 'windows' [wrong-type]
                          |     rule_conditions: windows
                          | .....................^
                          expected  a list, or a map of names
                        """),
                arguments("rule_conditions: [windows]", """
                        p.yml:3:23: error: text 'windows' in 'rule_conditions' [wrong-type]
                          |     rule_conditions: [windows]
                          | ......................^
                          expected  a map with a type
                        """),
                arguments("rule_cond_op: xor", """
                        p.yml:3:19: error: unknown operator 'xor' [invalid-pipeline]
                          |     rule_cond_op: xor
                          | ..................^
                          expected  and, or or
                        """),
                arguments("rule_conditions: [{type: tag, tag: bad}]", """
                        p.yml:3:40: error: tag 'bad' has no namespace [invalid-pipeline]
                          |     rule_conditions: [{type: tag, tag: bad}]
                          | .......................................^
                          expected  namespace.name
                        """),
                arguments("rule_conditions: [{type: rule_attribute, attribute: logsource, value: x}]", """
                        p.yml:3:57: error: condition 'rule_attribute' can't be honoured: 'logsource' is no value and no list of values [unsupported]
                          |     rule_conditions: [{type: rule_attribute, attribute: logsource, value: x}]
                          | ........................................................^
                          expected  a key that holds a value or a list of values
                        """),
                arguments("rule_conditions: [{type: processing_state, key: k, val: [1], op: in}]", """
                        p.yml:3:61: error: 'val' is a list [wrong-type]
                          |     rule_conditions: [{type: processing_state, key: k, val: [1], op: in}]
                          | ............................................................^
                          expected  a value
                        p.yml:3:70: error: unknown op 'in' [invalid-pipeline]
                          |     rule_conditions: [{type: processing_state, key: k, val: [1], op: in}]
                          | .....................................................................^
                          expected  one of eq, gt, gte, lt, lte, ne
                        """),
                arguments("detection_item_conditions: [{type: match_string, cond: some, pattern: '['}]", """
                        p.yml:3:60: error: unknown cond 'some' [invalid-pipeline]
                          |     detection_item_conditions: [{type: match_string, cond: some, pattern: '['}]
                          | ...........................................................^
                          expected  one of all, any
                        p.yml:3:75: error: regular expression can't be run: missing closing ]: '[' [unsupported-regex]
                          |     detection_item_conditions: [{type: match_string, cond: some, pattern: '['}]
                          | ..........................................................................^
                          expected  an expression that runs in linear time: without look-around and back references
                        """),
                arguments("field_name_conditions: [{type: include_fields}]", """
                        p.yml:3:29: error: condition 'include_fields' has no 'fields' [missing-key]
                          |     field_name_conditions: [{type: include_fields}]
                          | ............................^
                          expected  text, or a list of texts
                        """),
                arguments(
                        "field_name_cond_expr: a and b\n    field_name_conditions: {a: {type: include_fields, fields: x}, c: {type: include_fields, fields: x}}",
                        """
                        p.yml:3:27: error: condition 'c' is not in the expression [invalid-condition]
                          |     field_name_cond_expr: a and b
                          | ..........................^
                          expected  every condition that is named
                        p.yml:3:33: error: no condition is called 'b' [invalid-condition]
                          |     field_name_cond_expr: a and b
                          | ................................^
                          expected  one of a, c
                        """),
                arguments("rule_cond_expr: not 1 of a*\n    rule_conditions: {a: {type: is_sigma_rule}}", """
                        p.yml:3:30: error: a pattern of conditions in an expression [invalid-condition]
                          |     rule_cond_expr: not 1 of a*
                          | .............................^
                          expected  conditions by their names, joined by and, or, not
                        """),
                arguments(
                        "rule_cond_expr: a\n    rule_cond_op: or\n    rule_conditions: [{type: is_sigma_rule}]", """
                        p.yml:3:21: error: an expression over conditions without names [invalid-condition]
                          |     rule_cond_expr: a
                          | ....................^
                          expected  'rule_conditions' as a map of names to conditions
                        p.yml:3:21: error: condition '1' is not in the expression [invalid-condition]
                          |     rule_cond_expr: a
                          | ....................^
                          expected  every condition that is named
                        p.yml:3:21: error: no condition is called 'a' [invalid-condition]
                          |     rule_cond_expr: a
                          | ....................^
                          expected  one of 1
                        p.yml:4:5: error: 'rule_cond_op' beside 'rule_cond_expr' [conflicting-keys]
                          |     rule_cond_op: or
                          | ....^
                          expected  one of the two
                        """));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void saysWhatIsWrongWithConditions(String condition, String letters) {
        assertThat(letters("transformations:\n  - type: drop_detection_item\n    " + condition + "\n"))
                .isEqualTo(letters);
    }

    private static Stream<Arguments> sources() {
        return Stream.of(
                arguments("event_id: 1", """
                        p.yml:2:5: error: a source of no events [invalid-pipeline]
                          |   - type: add_source
                          | ....^
                          expected  a channel or a provider
                        """),
                arguments("channel: Security\nwhere: {A: [], B: null}\nfields: {C: {value: [a, b]}}", """
                        p.yml:4:13: error: no value under 'A' [empty-value]
                          |     where: {A: [], B: null}
                          | ............^
                          expected  what the field is, as text
                        p.yml:4:20: error: no value under 'B' [empty-value]
                          |     where: {A: [], B: null}
                          | ...................^
                          expected  what the field is, as text
                        p.yml:5:25: error: 'value' is a list [wrong-type]
                          |     fields: {C: {value: [a, b]}}
                          | ........................^
                          expected  one value
                        """),
                arguments(
                        "channel: Security\nfields: {A: {field: B, values: {c: [d, e], f: null}, unless: {G: []}}}",
                        """
                        p.yml:4:40: error: 'c' is a list [wrong-type]
                          |     fields: {A: {field: B, values: {c: [d, e], f: null}, unless: {G: []}}}
                          | .......................................^
                          expected  one value
                        p.yml:4:48: error: no value under 'f' [empty-value]
                          |     fields: {A: {field: B, values: {c: [d, e], f: null}, unless: {G: []}}}
                          | ...............................................^
                          expected  what the field is, as text
                        p.yml:4:67: error: no value under 'G' [empty-value]
                          |     fields: {A: {field: B, values: {c: [d, e], f: null}, unless: {G: []}}}
                          | ..................................................................^
                          expected  what the field is, as text
                        """),
                arguments("channel: Security\nevent_id: [x, -1]", """
                        p.yml:4:16: error: 'event_id' is text 'x' [wrong-type]
                          |     event_id: [x, -1]
                          | ...............^
                          expected  a number, or a list of numbers
                        p.yml:4:19: error: 'event_id' is number '-1' [wrong-type]
                          |     event_id: [x, -1]
                          | ..................^
                          expected  a number, or a list of numbers
                        """),
                arguments("channel: Security\nfields: {A: {field: B, value: c}, D: {}, E: null, F: []}", """
                        p.yml:4:17: error: an origin of 2 kinds [invalid-pipeline]
                          |     fields: {A: {field: B, value: c}, D: {}, E: null, F: []}
                          | ................^
                          expected  one of field, value, text
                        p.yml:4:42: error: an origin of 0 kinds [invalid-pipeline]
                          |     fields: {A: {field: B, value: c}, D: {}, E: null, F: []}
                          | .........................................^
                          expected  one of field, value, text
                        p.yml:4:49: error: field 'E' comes from nowhere [invalid-pipeline]
                          |     fields: {A: {field: B, value: c}, D: {}, E: null, F: []}
                          | ................................................^
                          expected  a field of the event, a map, or a list of them
                        p.yml:4:58: error: field 'F' comes from nowhere [invalid-pipeline]
                          |     fields: {A: {field: B, value: c}, D: {}, E: null, F: []}
                          | .........................................................^
                          expected  a field of the event, a map, or a list of them
                        """),
                arguments(
                        "channel: Security\nfields: {A: {field: B, as: drivepath}, C: {value: x, values: {a: b}}, D: {feld: x}}",
                        """
                        p.yml:4:32: error: unknown conversion 'drivepath' [invalid-pipeline]
                          |     fields: {A: {field: B, as: drivepath}, C: {value: x, values: {a: b}}, D: {feld: x}}
                          | ...............................^
                          expected  one of decimal, drive_path, registry_path, dword, qword
                          fix       write drive_path
                        p.yml:4:58: error: 'values' without a field [conflicting-keys]
                          |     fields: {A: {field: B, as: drivepath}, C: {value: x, values: {a: b}}, D: {feld: x}}
                          | .........................................................^
                          expected  field beside it
                        p.yml:4:78: error: an origin of 0 kinds [invalid-pipeline]
                          |     fields: {A: {field: B, as: drivepath}, C: {value: x, values: {a: b}}, D: {feld: x}}
                          | .............................................................................^
                          expected  one of field, value, text
                        p.yml:4:79: error: unknown key 'feld' of an origin [unknown-key]
                          |     fields: {A: {field: B, as: drivepath}, C: {value: x, values: {a: b}}, D: {feld: x}}
                          | ..............................................................................^
                          expected  one of field, as, values, value, text, when, unless
                          fix       write field
                        """));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void saysWhatIsWrongWithAddedSources(String lines, String letters) {
        assertThat(letters(item("type: add_source\n" + lines))).isEqualTo(letters);
    }

    @Test
    void boundsTheWaysToAnAddedSource() {
        var values = Stream.generate(() -> "x").limit(9).collect(Collectors.joining(", "));

        assertThat(letters(item(
                        "type: add_source\nchannel: c\nwhere:\n    A: [%s]\n    B: [%s]".formatted(values, values))))
                .contains("error: more than 64 combinations of values [too-large]\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no pipeline in this file",
                "'a: *b' | alias '*b' of an anchor that is not there",
                "'- x' | a list instead of a pipeline",
                "'a: {b' | a map in braces that is not closed",
                "'name: x\n---\nname: y\n' | a second document in a pipeline's file",
                "'transformations:\n\t- type: x' | a tab where YAML wants spaces",
            })
    void refusesWhatIsNoPipeline(String text, String found) {
        var parsed = PipelineParser.parse(List.of(Rules.file("p.yml", text)));

        assertThat(parsed.pipelines()).isEmpty();
        assertThat(parsed.problems()).extracting(Problem::found).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                a: &a [x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d]
                f: [*e, *e, *e, *e]
                """,
                "vars: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
            })
    void refusesBombs(String text) {
        assertThat(PipelineParser.parse(List.of(Rules.file("p.yml", text))).pipelines())
                .isEmpty();
    }

    @Test
    void refusesMoreTransformationsThanAnybodyNeeds() {
        assertThat(letters("transformations:\n" + "  - {type: drop_detection_item}\n".repeat(2001)))
                .startsWith("p.yml:2:5: error: more than 2000 transformations [too-large]\n");
    }
}
