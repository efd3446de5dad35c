package io.weir.match;

import io.weir.rule.DetectionRule;
import io.weir.rule.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A detection rule, ready to run.
 *
 * @param rule what it says
 * @param routes where its events come from; at least one
 * @param matcher what runs
 */
record CompiledRule(DetectionRule rule, List<Route> routes, Matcher matcher) {

    CompiledRule {
        routes = List.copyOf(routes);
    }

    /** The rule compiled, or none where something in it can't be run; then the problems say what. */
    static Optional<CompiledRule> compile(DetectionRule rule, LogSourceRoutes table, RuleProblems problems) {
        var routes = table.of(rule, problems);
        var selections = compile(rule.detection().selections(), problems);
        return problems.isEmpty()
                ? Optional.of(new CompiledRule(rule, routes, ConditionCompiler.compile(rule.detection(), selections)))
                : Optional.empty();
    }

    private static Map<String, Matcher> compile(Map<String, Selection> selections, RuleProblems problems) {
        var compiled = new LinkedHashMap<String, Matcher>();
        selections.forEach(
                (name, selection) -> compiled.put(name, new SelectionCompiler(name, problems).compile(selection)));
        return compiled;
    }

    String id() {
        return rule.header().id();
    }

    /** The event ids that its events may have; empty where they may have any. */
    Set<Integer> eventIds() {
        boolean takesAny = routes.stream()
                .anyMatch(route -> route.eventIds().isEmpty()
                        || route.names().keySet().stream().anyMatch("EventID"::equalsIgnoreCase));
        return takesAny
                ? Set.of()
                : routes.stream().flatMap(route -> route.eventIds().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Why the event matched, as the rule reads it. */
    RuleMatch match(Fields event) {
        var reasons = new Reasons();
        matcher.explain(event, reasons);
        return new RuleMatch(id(), rule.header().hash(), reasons.list());
    }
}
