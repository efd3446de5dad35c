package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.Condition;
import io.weir.rule.DetectionRule;
import io.weir.rule.Position;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionModelTest {

    @ParameterizedTest
    @MethodSource("selections")
    void readsASelection(String yaml, String said) {
        var rule = Rules.detection(Rules.withDetection("selection:" + yaml + "\ncondition: selection"));
        assertThat(Said.by(selection(rule))).isEqualTo(said);
    }

    static Stream<Arguments> selections() {
        return Stream.of(
                Arguments.of(" {A: x}", "A|['x']"),
                Arguments.of(" {A: x, B: 2}", "and(A|['x'], B|[2])"),
                Arguments.of(" {A: [x, 2, true]}", "A|['x' 2 true]"),
                Arguments.of("\n    - A: x\n    - B: y\n      C: z", "or(A|['x'], and(B|['y'], C|['z']))"),
                Arguments.of(" [evil, 4688]", "|['evil' 4688]"),
                Arguments.of(" evil", "|['evil']"),
                Arguments.of(" {'|all': [a, b]}", "|all['a' 'b']"),
                Arguments.of(" {null: [a, b], A: x}", "and(|['a' 'b'], A|['x'])"),
                Arguments.of(" {'null': a}", "null|['a']"),
                Arguments.of("\n    - evil\n    - A: x", "or(|['evil'], A|['x'])"),
                Arguments.of("\n    - [a, b]\n    - A: x", "or(|['a' 'b'], A|['x'])"),
                Arguments.of(" {A|contains|all: [x, y]}", "A|contains|all['x' 'y']"),
                Arguments.of(" {A|contains|all: x}", "A|contains|all['x']"),
                Arguments.of(" {A|re|i|m|s: x.y}", "A|re|i|m|s['x.y']"),
                Arguments.of(" {A|re|ignorecase: x}", "A|re|i['x']"),
                Arguments.of(" {A|hour|gte: 22}", "A|hour|gte[22]"),
                Arguments.of(" {A|neq: 5}", "A|neq[5]"),
                Arguments.of(" {A|lt|neq: 5}", "A|lt|neq[5]"),
                Arguments.of(" {A|exists: no}", "A|exists[false]"),
                Arguments.of(" {A: null}", "A|[null]"),
                Arguments.of(" {A: }", "A|[null]"),
                Arguments.of(" {A: ~}", "A|[null]"),
                Arguments.of(" {A: ''}", "A|['']"),
                Arguments.of(" {Source Name: x}", "Source Name|['x']"),
                Arguments.of(" {4688: x}", "4688|['x']"),
                Arguments.of(" {A: &v [x, y], B: *v}", "and(A|['x' 'y'], B|['x' 'y'])"),
                Arguments.of(" {<<: {A: x, B: y}, B: z}", "and(B|['z'], A|['x'])"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "yes; true",
                "On; true",
                "FALSE; false",
                "y; 'y'",
                "0123; 83",
                "08; '08'",
                "0x1F; 31",
                "0b101; 5",
                "1_000; 1000",
                "-5; -5",
                "+5; 5",
                "1:30; 90",
                "1:30.5; 90.5",
                "1.50; 1.50",
                "1.5e+3; 1500",
                "1e3; '1e3'",
                "0o17; '0o17'",
                "2024-01-31; '2024-01-31'",
                "10.0.0.1; '10.0.0.1'",
                "'5'; '5'",
                "\"5\"; '5'",
                "!!str 5; '5'",
                "'C:\\Temp\\*'; 'C:\\Temp\\*'",
                "'a\\\\b\\?'; 'a\\\\b\\?'",
                "\"a\\\\b\"; 'a\\b'",
                "'it''s'; 'it's'",
            })
    void takesYamlsTypesAsPyYamlDoesAndTextAsItStands(String yaml, String said) {
        var rule = Rules.detection(Rules.withItem("A: " + yaml));
        assertThat(Said.by(selection(rule))).isEqualTo("A|[" + said + "]");
    }

    @ParameterizedTest
    @CsvSource({"contains, 0123", "startswith, yes", "endswith, 1.50", "cased, 5", "re, 08", "re, true", "re, 0x1F"})
    void takesUnderTextModifiersWhatIsWrittenWhateverItsType(String modifier, String written) {
        var rule = Rules.detection(Rules.withItem("A|" + modifier + ": " + written));
        assertThat(Said.by(selection(rule))).isEqualTo("A|" + modifier + "['" + written + "']");
    }

    @Test
    void knowsWhereItemsAndValuesStand() {
        var rule = Rules.detection(Rules.withItem("Image|endswith:\n    - '\\a.exe'\n    - \\b.exe"));
        var item = ((Selection.Test) selection(rule)).item();
        assertThat(item.position()).isEqualTo(new Position(Rules.FILE, 7, 9));
        assertThat(item.values().stream().map(SigmaValue::position))
                .containsExactly(new Position(Rules.FILE, 8, 15), new Position(Rules.FILE, 9, 15));
    }

    @Test
    void joinsAListOfConditionsByGivingThemAll() {
        var rule = Rules.detection(Rules.withCondition("[selection, not filter_a]"));
        List<Condition> conditions = rule.detection().conditions();
        assertThat(conditions.stream().map(Said::by)).containsExactly("selection", "not(filter_a)");
    }

    @Test
    void keepsSelectionsInTheOrderOfTheFileEvenWhereNoConditionNamesThem() {
        var rule = Rules.detection(Rules.withDetection("z: a\n_b: b\na: c\ncondition: z"));
        assertThat(rule.detection().selections().keySet()).containsExactly("z", "_b", "a");
    }

    @Test
    void lowersTheCaseOfTheLogSource() {
        var rule = Rules.detection("""
                title: T
                logsource:
                    product: Windows
                    service: System
                    definition: switch it on
                    custom: 5
                detection:
                    selection: a
                    condition: selection
                """);
        assertThat(rule.logSource().product()).isEqualTo("windows");
        assertThat(rule.logSource().category()).isEmpty();
        assertThat(rule.logSource().service()).isEqualTo("system");
        assertThat(rule.logSource().position()).isEqualTo(new Position(Rules.FILE, 2, 1));
    }

    private static Selection selection(DetectionRule rule) {
        return Objects.requireNonNull(rule.detection().selections().get("selection"));
    }
}
