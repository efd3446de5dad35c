package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Link;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Puts rules in force or refuses them: detections first, then what refers to them. */
final class RuleSetCompiler {

    private final LogSourceRoutes routes;
    private final int stages;
    private final Map<String, SigmaRule> known = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, CompiledRule> detections = new TreeMap<>();
    private final SortedMap<String, CorrelationRule> correlations = new TreeMap<>();

    RuleSetCompiler(LogSourceRoutes routes, int stages) {
        this.routes = routes;
        if (stages < 1) {
            throw new IllegalArgumentException("at least one stage, found " + stages);
        }
        this.stages = stages;
    }

    RuleSet compile(Collection<? extends SigmaRule> rules) {
        var given = new Given(new ArrayList<>(), new ArrayList<>());
        rules.stream().filter(this::isFirstOfItsId).forEach(rule -> rule.match(given));
        for (var rule : given.detections()) {
            put(rule, detections, (one, found) -> CompiledRule.compile(one, routes, found));
        }
        var references = new References(given.detections(), given.correlations(), detections.keySet());
        for (var rule : given.correlations()) {
            put(rule, correlations, references::resolve);
        }
        problems.sort(null);
        return new RuleSet(problems, List.copyOf(detections.values()), List.copyOf(correlations.values()), stages());
    }

    private Map<String, Integer> stages() {
        var numbers = new HashMap<String, Integer>();
        correlations.forEach((id, rule) -> numbers.put(id, rule.link() == Link.NONE ? 1 : 0));
        return numbers;
    }

    /** The same rule given twice is one rule; another rule under its id is refused. */
    private boolean isFirstOfItsId(SigmaRule rule) {
        var header = rule.header();
        var first = known.putIfAbsent(header.id(), rule);
        if (first != null && !first.header().hash().equals(header.hash())) {
            var place = first.header().position();
            problems.add(Problem.at(
                            header.position(),
                            "the id " + header.id() + " is that of another rule, " + place.file() + ":" + place.line())
                    .ofRule(header.label())
                    .fixedBy("give this rule an id of its own"));
        }
        return first == null;
    }

    private <R extends SigmaRule, C> void put(
            R rule, Map<String, C> inForce, BiFunction<R, RuleProblems, Optional<C>> compile) {
        var found = new RuleProblems(rule.header());
        compile.apply(rule, found)
                .ifPresent(compiled -> inForce.put(rule.header().id(), compiled));
        problems.addAll(found.list());
    }

    /** The rules by kind, in the order given. */
    private record Given(List<DetectionRule> detections, List<CorrelationRule> correlations)
            implements SigmaRule.Cases<Boolean> {
        @Override
        public Boolean detection(DetectionRule rule) {
            return detections.add(rule);
        }

        @Override
        public Boolean correlation(CorrelationRule rule) {
            return correlations.add(rule);
        }
    }
}
