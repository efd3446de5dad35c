package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Rule files for tests: whole ones, and frames around the part that a test is about. */
final class Rules {

    /** The name of the first file, as messages have it. */
    static final String FILE = "rules/t.yml";

    private Rules() {}

    static RuleFile file(String name, String text) {
        return new RuleFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ParsedRules parse(String text) {
        return RuleParser.parse(List.of(file(FILE, text)));
    }

    /** All letters to the author of the file, as a terminal shows them. */
    static String letters(String text) {
        return parse(text).problems().stream().map(Problem::render).collect(Collectors.joining());
    }

    /** All letters to the authors of several files. */
    static String letters(RuleFile... files) {
        return RuleParser.parse(List.of(files)).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining());
    }

    /** The one rule of a file without problems. */
    static SigmaRule only(String text) {
        assertThat(letters(text)).isEmpty();
        assertThat(parse(text).rules()).hasSize(1);
        return parse(text).rules().get(0);
    }

    static DetectionRule detection(String text) {
        return (DetectionRule) only(text);
    }

    static CorrelationRule correlation(String text) {
        return (CorrelationRule) only(text);
    }

    /** A rule with one selection; its lines begin at line 7, column 9. */
    static String withItem(String lines) {
        return withDetection("selection:\n" + lines.indent(4) + "condition: selection");
    }

    /** A rule with that condition at line 8, column 16, over {@code selection} and {@code filter_a}. */
    static String withCondition(String condition) {
        return withDetection("selection: a\nfilter_a: b\ncondition: " + condition);
    }

    /** A rule whose detection has those lines; they begin at line 6, column 5. */
    static String withDetection(String lines) {
        return withRest("detection:\n" + lines.indent(4));
    }

    /** A rule that goes on with those lines; they begin at line 5. */
    static String withRest(String lines) {
        return "title: T\nid: x1\nlogsource:\n    product: windows\n" + lines;
    }

    /** An ordered correlation of the rules a and b; the lines given follow at line 7, column 5. */
    static String withCorrelation(String lines) {
        return withCorrelation("temporal_ordered", lines);
    }

    /** A correlation of the rules a and b; the lines given follow at line 7, column 5. */
    static String withCorrelation(String type, String lines) {
        return "title: T\nid: c1\ncorrelation:\n    rules: [a, b]\n    type: " + type + "\n    timespan: 5m\n"
                + lines.indent(4);
    }
}
