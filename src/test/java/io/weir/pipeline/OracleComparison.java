package io.weir.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.parse.PipelineParser;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.SigmaRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Weir makes of rules in pipelines, beside what pySigma makes of them. */
final class OracleComparison {

    private final Map<String, JsonNode> plain;
    private final Map<String, JsonNode> processed;

    private OracleComparison(Map<String, JsonNode> plain, Map<String, JsonNode> processed) {
        this.plain = plain;
        this.processed = processed;
    }

    static OracleComparison of(List<RuleFile> rules, List<RuleFile> pipelines) {
        var parsed = RuleParser.parse(rules);
        assertThat(parsed.problems()).as("problems of rules").isEmpty();
        var read = PipelineParser.parse(pipelines);
        assertThat(read.problems()).as("problems of pipelines").isEmpty();
        var applied = Pipelines.of(read.pipelines()).apply(parsed.rules());
        return new OracleComparison(byId(parsed.rules()), byId(applied.rules()));
    }

    private static Map<String, JsonNode> byId(Collection<SigmaRule> rules) {
        var byId = new HashMap<String, JsonNode>();
        rules.forEach(rule -> byId.put(rule.header().id(), NormalForm.of(ProcessedJson.of(rule))));
        return byId;
    }

    /** Where the two differ, by rule; a rule that pySigma's answer leaves out is one that the pipelines leave as it is. */
    Map<String, String> differences(JsonNode answer) {
        var differences = new TreeMap<String, String>();
        for (var id : plain.keySet()) {
            var theirs = answer.get("rules").get(id);
            var ours = processed.get(id);
            var expected = theirs == null ? plain.get(id) : NormalForm.of(theirs);
            if (isRefused(expected) ? ours != null : !expected.equals(ours)) {
                differences.put(id, "\n  theirs " + expected + "\n  ours   " + ours + "\n");
            }
        }
        return differences;
    }

    /** A rule of which nothing is left is one that pySigma makes no query of. */
    private static boolean isRefused(JsonNode theirs) {
        return theirs.has("error")
                || (theirs.has("conditions") && theirs.get("conditions").isEmpty());
    }
}
