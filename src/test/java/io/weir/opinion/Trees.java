package io.weir.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.rule.LogSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The rules as pySigma read them, by the log sources whose events they look at. */
final class Trees {

    private final LogSourceMap map;
    private final List<Rule> rules;
    private final Map<LogSourceMap.View, List<Rule>> routes = new HashMap<>();

    /** A rule, its tree, and what runs. */
    record Rule(String id, LogSource logSource, JsonNode tree, Predicate<SeenEvent> runs) {}

    Trees(LogSourceMap map, List<Rule> rules) {
        this.map = map;
        this.rules = rules;
    }

    LogSourceMap map() {
        return map;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The ids of the rules that match an event in that view, of those that are asked for. */
    List<String> matching(LogSourceMap.View view, ObjectNode fields, Predicate<String> asked) {
        var seen = new SeenEvent(view.of(fields));
        return routes.computeIfAbsent(view, this::rulesOf).stream()
                .filter(rule -> asked.test(rule.id()) && rule.runs().test(seen))
                .map(Rule::id)
                .toList();
    }

    private List<Rule> rulesOf(LogSourceMap.View view) {
        return rules.stream().filter(rule -> view.isOf(rule.logSource())).toList();
    }
}
