package io.weir.parse;

import io.weir.pipeline.Guard;
import io.weir.rule.Condition;
import io.weir.rule.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the conditions of one kind that a transformation has, and how they are joined. */
final class GuardParser {

    private final Section item;
    private final String conditionsKey;
    private final String expressionKey;
    private final String operatorKey;
    private final String negationKey;
    private final ProblemLog log;

    /** Of those conditions whose keys begin with that word. */
    GuardParser(Section item, String kind) {
        this.item = item;
        this.conditionsKey = kind + "_conditions";
        this.expressionKey = kind + "_cond_expr";
        this.operatorKey = kind + "_cond_op";
        this.negationKey = kind + "_cond_not";
        this.log = item.log();
    }

    /** The keys that say when a transformation of that kind of condition is applied. */
    static List<String> keys(String kind) {
        return List.of(kind + "_conditions", kind + "_cond_expr", kind + "_cond_op", kind + "_cond_not");
    }

    /** The guard; where the log has problems now, conditions may be missing. */
    <C> Guard<C> parse(BiFunction<Yaml.Scalar, Section, Optional<C>> read) {
        var conditions = conditions(read);
        return new Guard<>(
                conditions, expression(conditions), item.flag(negationKey).orElse(false));
    }

    private <C> Map<String, C> conditions(BiFunction<Yaml.Scalar, Section, Optional<C>> read) {
        var conditions = new LinkedHashMap<String, C>();
        item.find(conditionsKey).ifPresent(value -> {
            if (value instanceof Yaml.Mapping mapping) {
                mapping.entries()
                        .forEach(entry -> condition(entry.value(), read)
                                .ifPresent(one -> conditions.put(entry.key().text(), one)));
            } else if (value instanceof Yaml.Sequence sequence) {
                for (var one : sequence.items()) {
                    condition(one, read)
                            .ifPresent(known -> conditions.put(String.valueOf(conditions.size() + 1), known));
                }
            } else {
                log.add(
                        ProblemCode.WRONG_TYPE,
                        value.position(),
                        "'" + conditionsKey + "' is " + value.described(),
                        "a list, or a map of names");
            }
        });
        return conditions;
    }

    private <C> Optional<C> condition(Yaml value, BiFunction<Yaml.Scalar, Section, Optional<C>> read) {
        if (value instanceof Yaml.Mapping mapping) {
            var section = new Section(mapping, log);
            if (!section.has("type")) {
                section.miss("the condition", "type", "the name of a condition");
            }
            return section.text("type").flatMap(type -> read.apply(type, section));
        }
        log.add(
                ProblemCode.WRONG_TYPE,
                value.position(),
                value.described() + " in '" + conditionsKey + "'",
                "a map with a type");
        return Optional.empty();
    }

    private Condition expression(Map<String, ?> conditions) {
        var expression = item.text(expressionKey);
        if (expression.isEmpty()) {
            var names = conditions.keySet().stream()
                    .<Condition>map(Condition.Named::new)
                    .toList();
            return isAny() ? new Condition.AnyOf(names) : new Condition.AllOf(names);
        }
        refuseBesides(expression.get());
        var names = new GuardNames(expression.get(), conditions.keySet(), log);
        var parsed = ConditionParser.parse(expression.get(), names, log);
        if (parsed.isPresent()) {
            names.refuseUnused();
        }
        return parsed.orElse(new Condition.AllOf(List.of()));
    }

    private boolean isAny() {
        var operator = item.text(operatorKey);
        operator.filter(word -> !word.text().equals("or") && !word.text().equals("and"))
                .ifPresent(word -> log.add(
                        ProblemCode.INVALID_PIPELINE,
                        word.position(),
                        "unknown operator " + Quoted.of(word.text()),
                        "and, or or"));
        return operator.filter(word -> word.text().equals("or")).isPresent();
    }

    private void refuseBesides(Yaml.Scalar expression) {
        if (item.has(operatorKey)) {
            log.add(
                    ProblemCode.CONFLICTING_KEYS,
                    item.positionOf(operatorKey),
                    "'" + operatorKey + "' beside '" + expressionKey + "'",
                    "one of the two");
        }
        if (item.find(conditionsKey).filter(Yaml.Mapping.class::isInstance).isEmpty()) {
            log.add(
                    ProblemCode.INVALID_CONDITION,
                    expression.position(),
                    "an expression over conditions without names",
                    "'" + conditionsKey + "' as a map of names to conditions");
        }
    }
}
