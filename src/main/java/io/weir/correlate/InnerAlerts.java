package io.weir.correlate;

import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.SigmaRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The alerts of the correlations that one refers to, as it sees them, whether or not they come to a group of it: what comes to a correlation of the
 * same rules that asks for nothing.
 */
final class InnerAlerts {

    private InnerAlerts() {}

    /**
     * The alerts that those events make where nothing is late or forgotten.
     *
     * @param rules the correlation, and what it refers to at any depth
     */
    static List<MatchedEvent> of(RuleSet rules, CorrelationRule rule, Horizons horizons, Stream<MatchedEvent> events) {
        if (rule.steps().stream().noneMatch(step -> isCorrelation(rules, step.rule()))) {
            return List.of();
        }
        var id = rule.header().id();
        var others = Stream.concat(rules.detections().stream(), rules.correlations().stream())
                .filter(other -> !other.header().id().equals(id));
        var asked = Stream.<SigmaRule>concat(others, Stream.of(askingForNothing(rule)));
        var all = RuleSet.compile(asked.toList(), List.of(), rules.stage(id));
        var run = new CorrelationRun(all, horizons);
        events.forEach(run::observe);
        run.settle();
        return new CorrelationPlan(all, horizons.emission())
                .correlations().stream()
                        .filter(one -> one.id().equals(id))
                        .flatMap(one -> run.groups(one.meaning()).stream())
                        .map(GroupMatch::witness)
                        .filter(witness -> !witness.evidence().isEmpty())
                        .map(Witness::event)
                        .toList();
    }

    private static boolean isCorrelation(RuleSet rules, String id) {
        return rules.correlations().stream().anyMatch(rule -> rule.header().id().equals(id));
    }

    private static CorrelationRule askingForNothing(CorrelationRule rule) {
        var once = new Comparison(Comparison.Operator.GTE, BigDecimal.ONE);
        return new CorrelationRule(
                rule.header(),
                CorrelationType.EVENT_COUNT,
                rule.steps(),
                List.of(),
                Map.of(),
                rule.timespan(),
                new CorrelationCondition.Measured(List.of(once), List.of(), BigDecimal.ZERO),
                Link.NONE,
                rule.generate(),
                rule.places());
    }
}
