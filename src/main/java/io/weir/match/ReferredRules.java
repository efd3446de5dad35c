package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.RuleReference;
import io.weir.rule.SigmaRule;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rules a rule needs to be put in force: itself and all that it refers to, at any depth. */
final class ReferredRules {

    private ReferredRules() {}

    /** The rule of that id and those that it needs, each once. */
    static Collection<SigmaRule> of(String id, Map<String, SigmaRule> inForce) {
        var needed = new LinkedHashMap<String, SigmaRule>();
        var open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            var rule = inForce.get(open.remove());
            if (rule != null && needed.putIfAbsent(rule.header().id(), rule) == null) {
                open.addAll(references(rule));
            }
        }
        return needed.values();
    }

    private static List<String> references(SigmaRule rule) {
        return rule.match(new SigmaRule.Cases<List<String>>() {
            @Override
            public List<String> detection(DetectionRule detection) {
                return List.of();
            }

            @Override
            public List<String> correlation(CorrelationRule correlation) {
                return correlation.steps().stream().map(RuleReference::rule).toList();
            }
        });
    }
}
