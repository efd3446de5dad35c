package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts rules in force or refuses them: detections first, then what refers to them. */
final class RuleSetCompiler {

    private final LogSourceRoutes routes;
    private final int stages;
    private final Map<String, RuleHeader> known = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, CompiledRule> detections = new TreeMap<>();

    RuleSetCompiler(LogSourceRoutes routes, int stages) {
        this.routes = routes;
        if (stages < 1) {
            throw new IllegalArgumentException("at least one stage, found " + stages);
        }
        this.stages = stages;
    }

    RuleSet compile(Collection<? extends SigmaRule> rules, Collection<RuleHeader> refused) {
        var given = new Given(new ArrayList<>(), new ArrayList<>());
        rules.stream().filter(this::isFirstOfItsId).forEach(rule -> rule.match(given));
        given.detections().parallelStream().map(this::compile).toList().forEach(this::take);
        refused.forEach(header -> known.putIfAbsent(header.id(), header));
        var correlations = new CorrelationCompiler(known, detections.keySet(), stages);
        correlations.compile(given.correlations());
        problems.addAll(correlations.problems());
        problems.sort(null);
        return new RuleSet(
                problems,
                List.copyOf(detections.values()),
                List.copyOf(correlations.inForce().values()),
                correlations.stages());
    }

    /** Compiles one rule, apart from all others, so that rules can be compiled side by side. */
    private Attempt compile(DetectionRule rule) {
        var found = new RuleProblems(rule.header());
        var compiled = CompiledRule.compile(rule, routes, found);
        return new Attempt(compiled.stream().toList(), found.list());
    }

    private void take(Attempt attempt) {
        attempt.compiled().forEach(rule -> detections.put(rule.id(), rule));
        problems.addAll(attempt.problems());
    }

    /**
     * What became of one rule.
     *
     * @param compiled the rule, or none where it is refused
     * @param problems why it is refused
     */
    private record Attempt(List<CompiledRule> compiled, List<Problem> problems) {}

    /** The same rule given twice is one rule; another rule under its id is refused. */
    private boolean isFirstOfItsId(SigmaRule rule) {
        var header = rule.header();
        var first = known.putIfAbsent(header.id(), header);
        if (first != null && !first.hash().equals(header.hash())) {
            var place = first.position();
            problems.add(Problem.at(
                            ProblemCode.DUPLICATE_ID,
                            header.position(),
                            "the id " + header.id() + " is that of another rule, " + place.file() + ":" + place.line())
                    .ofRule(header.label())
                    .fixedBy("give this rule an id of its own"));
        }
        return first == null;
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
