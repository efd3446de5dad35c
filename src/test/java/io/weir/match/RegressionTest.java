package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SigmaHQ's regression events: each is found by its own rule, and by those others that are known to find it. */
class RegressionTest {

    private final EventDecoder decoder = EventDecoder.standard();

    @Test
    void everyCaseIsFoundByItsOwnRule() throws IOException {
        var rules = Corpus.threeFolders();
        for (var regression : Corpus.jsonLines("regression/cases_visible.jsonl")) {
            var rule = regression.get("rule_id").textValue();
            int least = Math.max(1, regression.get("expected_match_count").asInt(1));
            for (var form : List.of("event_json", "evtx_json")) {
                var events = events("regression/" + regression.get(form).textValue());
                assertThat(events)
                        .filteredOn(event -> ids(rules, event).contains(rule))
                        .as("%s, %s", regression.get("rule_title").textValue(), form)
                        .hasSizeGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void everyEventIsFoundByTheRulesThatAreKnownToFindIt() throws IOException {
        var rules = Corpus.threeFolders();
        var cases = new HashMap<String, JsonNode>();
        Corpus.jsonLines("regression/cases_visible.jsonl")
                .forEach(one -> cases.put(one.get("rule_id").textValue(), one));
        var wrong = new ArrayList<String>();
        for (var cell : Corpus.json("regression/matrix_visible.json")) {
            var one = Objects.requireNonNull(cases.get(cell.get("case").textValue()));
            compare(cell, "matches_json", one.get("event_json").textValue(), rules, wrong);
            compare(cell, "matches_evtx", one.get("evtx_json").textValue(), rules, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(JsonNode cell, String expected, String file, RuleSet rules, List<String> wrong)
            throws IOException {
        var event = events("regression/" + file).get(cell.get("event").intValue());
        var ids = cell.get(expected)
                .valueStream()
                .map(JsonNode::textValue)
                .sorted()
                .toList();
        if (!ids(rules, event).equals(ids)) {
            wrong.add(file + " " + cell.get("event") + ": " + ids(rules, event) + " instead of " + ids);
        }
    }

    private List<Event> events(String file) throws IOException {
        var events = new ArrayList<Event>();
        for (var record : Corpus.records(file)) {
            var decoded = decoder.decode(record, Stamp.NONE);
            assertThat(decoded.undecodable()).as(file).isEmpty();
            events.addAll(decoded.events());
        }
        return events;
    }

    private static List<String> ids(RuleSet rules, Event event) {
        return rules.matching(event).stream()
                .map(DetectionRule::header)
                .map(header -> header.id())
                .toList();
    }
}
