package io.weir.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.parse.PipelineParser;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules in pipelines as tests write them. */
final class Processed {

    private Processed() {}

    /** A rule for process creations; its selection {@code s} begins at line 5, column 12. */
    static String rule(String selection, String condition) {
        return "title: R\nid: r1\nlogsource: {product: windows, category: process_creation}\ndetection:\n    s: %s\n    condition: %s\n"
                .formatted(selection, condition);
    }

    static List<SigmaRule> parse(String rules) {
        var parsed = RuleParser.parse(List.of(new RuleFile("r.yml", rules.getBytes(UTF_8))));
        assertThat(parsed.problems()).as("problems of rules").isEmpty();
        return parsed.rules();
    }

    /** Pipelines from files {@code p0.yml}, {@code p1.yml} and so on. */
    static Pipelines pipelines(String... pipelines) {
        var parsed = PipelineParser.parse(IntStream.range(0, pipelines.length)
                .mapToObj(i -> new RuleFile("p" + i + ".yml", pipelines[i].getBytes(UTF_8)))
                .toList());
        assertThat(parsed.problems()).as("problems of pipelines").isEmpty();
        return Pipelines.of(parsed.pipelines());
    }

    static ProcessedRules apply(String rules, String... pipelines) {
        return pipelines(pipelines).apply(parse(rules));
    }

    /** The one rule as pipelines leave it, its conditions in {@link ProcessedJson}. */
    static String conditions(String rule, String... pipelines) {
        return NormalForm.of(ProcessedJson.of(only(rule, pipelines)))
                .get("conditions")
                .toString();
    }

    static DetectionRule only(String rule, String... pipelines) {
        var processed = apply(rule, pipelines);
        assertThat(processed.problems()).as("problems of pipelines on rules").isEmpty();
        assertThat(processed.rules()).hasSize(1);
        return (DetectionRule) processed.rules().get(0);
    }

    static String letters(String rules, String... pipelines) {
        return apply(rules, pipelines).problems().stream().map(Problem::render).collect(Collectors.joining());
    }
}
