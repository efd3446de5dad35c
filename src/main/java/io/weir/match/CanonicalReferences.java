package io.weir.match;

import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts ids for names into a correlation, and sees whether its parts speak of the same rules.
 *
 * @param correlation as its author wrote it
 * @param ids the id for each way to write a rule that it has
 */
record CanonicalReferences(CorrelationRule correlation, Map<String, String> ids, RuleProblems problems)
        implements CorrelationCondition.Cases<CorrelationCondition> {

    /** The correlation with ids; none, and problems, where it contradicts itself. */
    Optional<CorrelationRule> resolve() {
        refuseRepeated();
        refuseStrangers();
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        correlation.aliases().forEach((alias, fields) -> aliases.put(alias, fields(alias, fields)));
        var condition = correlation.condition().match(this);
        return problems.isEmpty() ? Optional.of(correlation.resolved(steps(), aliases, condition)) : Optional.empty();
    }

    private List<RuleReference> steps() {
        return correlation.steps().stream()
                .map(step -> new RuleReference(id(step.rule()), step.position()))
                .toList();
    }

    private String id(String written) {
        return ids.getOrDefault(written, written);
    }

    /** Only in an order can one rule have two places. */
    private void refuseRepeated() {
        var seen = new HashSet<String>();
        for (var step : correlation.steps()) {
            if (!seen.add(id(step.rule())) && correlation.type() != CorrelationType.TEMPORAL_ORDERED) {
                problems.add(
                        ProblemCode.INVALID_REFERENCE,
                        step.position(),
                        "the rule '" + step.rule() + "' a second time",
                        "each rule once: only temporal_ordered can ask for one twice",
                        "");
            }
        }
    }

    private void refuseStrangers() {
        var known = steps().stream().map(RuleReference::rule).collect(Collectors.toSet());
        for (var mention : correlation.places().mentions()) {
            if (!known.contains(id(mention.rule()))) {
                problems.add(
                        ProblemCode.INVALID_REFERENCE,
                        mention.position(),
                        "'" + mention.rule() + "' is not one of the rules that the correlation refers to",
                        "a rule that stands under 'rules'",
                        "write it there, too");
            }
        }
    }

    private Map<String, String> fields(String alias, Map<String, String> written) {
        var place = correlation.places().field(alias);
        var fields = new LinkedHashMap<String, String>();
        written.forEach((rule, field) -> {
            if (fields.put(id(rule), field) != null) {
                problems.add(
                        ProblemCode.INVALID_ALIASES,
                        place,
                        "alias '" + alias + "' names the rule '" + rule + "' twice",
                        "each rule once",
                        "");
            }
        });
        refuseMissing(alias, place, fields.keySet());
        return fields;
    }

    private void refuseMissing(String alias, Position place, Set<String> named) {
        for (var step : correlation.steps()) {
            if (!named.contains(id(step.rule()))) {
                problems.add(
                        ProblemCode.INVALID_ALIASES,
                        place,
                        "alias '" + alias + "' has no field for the rule '" + step.rule() + "'",
                        "a field for each rule of the correlation",
                        "write '" + step.rule() + ": <field>' below the alias");
            }
        }
    }

    @Override
    public CorrelationCondition measured(CorrelationCondition.Measured measured) {
        return measured;
    }

    /** The expression over ids; as in pySigma it names every rule of the correlation. */
    @Override
    public CorrelationCondition extended(CorrelationCondition.Extended extended) {
        var rules = new RenamedRules(ids);
        var expression = extended.expression().match(rules);
        var named = rules.named();
        for (var step : correlation.steps()) {
            if (!named.contains(id(step.rule()))) {
                problems.add(
                        ProblemCode.INVALID_REFERENCE,
                        step.position(),
                        "the rule '" + step.rule() + "' is not in the condition",
                        "each rule of the correlation in its condition",
                        "write it into the condition, or take it out of the rules");
            }
        }
        return new CorrelationCondition.Extended(expression);
    }
}
