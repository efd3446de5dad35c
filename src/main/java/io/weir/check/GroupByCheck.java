package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fields that a correlation groups by or looks at, and that events of a rule which it refers to never have: that rule never counts. Where pipelines
 * make other names of them, neither what is written nor what comes of it may be known.
 */
final class GroupByCheck implements RuleSetCheck {

    private final WindowsFields fields;

    GroupByCheck(WindowsFields fields) {
        this.fields = fields;
    }

    /**
     * A correlation and a detection that it refers to.
     *
     * @param referred the detection, as written or in force
     */
    private record Pair(CorrelationRule correlation, DetectionRule referred) {

        /** What the detection's events call the field; aliases name it by its id or by its name. */
        String field(String name) {
            return correlation.aliases().getOrDefault(name, Map.of()).entrySet().stream()
                    .filter(alias -> isReferred(alias.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(name);
        }

        private boolean isReferred(String reference) {
            return reference.equalsIgnoreCase(referred.header().id())
                    || reference.equals(referred.header().name());
        }
    }

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        var written = new HashMap<String, DetectionRule>();
        rules.forEach(rule -> rule.detection()
                .ifPresent(detection -> written.put(detection.header().id(), detection)));
        for (var rule : rules) {
            rule.correlation()
                    .ifPresent(correlation -> pairs(correlation, inForce)
                            .forEach(pair -> Optional.ofNullable(
                                            written.get(pair.referred().header().id()))
                                    .ifPresent(
                                            referred -> check(rule, new Pair(correlation, referred), pair, findings))));
        }
    }

    /** The correlation in force, with each detection that it refers to. */
    private static Stream<Pair> pairs(CorrelationRule correlation, RuleSet inForce) {
        return inForce.rule(correlation.header().id()).stream()
                .filter(CorrelationRule.class::isInstance)
                .map(CorrelationRule.class::cast)
                .flatMap(resolved -> resolved.steps().stream()
                        .map(RuleReference::rule)
                        .flatMap(step -> inForce.detection(step).stream())
                        .map(referred -> new Pair(resolved, referred)));
    }

    private void check(LintedRule rule, Pair written, Pair inForce, Findings findings) {
        for (var name : written.correlation().fields()) {
            var place = written.correlation().places().field(name);
            if (lacks(written, name) && lacksAllThatStandAt(place, inForce)) {
                var field = written.field(name);
                findings.add(
                        rule,
                        ProblemCode.GROUP_BY_NEVER_THERE,
                        place,
                        "events of " + Shown.of(written.referred().header().title()) + " have no field "
                                + Shown.of(field),
                        "a field that the events of every rule have, or an alias for it",
                        fields.meant(written.referred().logSource().category(), field)
                                .map(known -> "write " + known)
                                .orElse(""));
            }
        }
    }

    private boolean lacksAllThatStandAt(Position place, Pair pair) {
        return pair.correlation().fields().stream()
                .filter(name -> pair.correlation().places().field(name).equals(place))
                .allMatch(name -> lacks(pair, name));
    }

    private boolean lacks(Pair pair, String name) {
        var category = pair.referred().logSource().category();
        return fields.knows(category) && !fields.has(category, pair.field(name));
    }
}
