package io.weir.parse;

import io.weir.rule.Condition.Quantified;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The conditions of a pipeline that an expression may name, and has to. */
final class GuardNames implements ConditionNames {

    private final Yaml.Scalar expression;
    private final Collection<String> conditions;
    private final ProblemLog log;
    private final Set<String> used = new HashSet<>();

    GuardNames(Yaml.Scalar expression, Collection<String> conditions, ProblemLog log) {
        this.expression = expression;
        this.conditions = conditions;
        this.log = log;
    }

    @Override
    public String kind() {
        return "a condition";
    }

    @Override
    public boolean haveQuantifiers() {
        return false;
    }

    @Override
    public void take(ConditionToken name) {
        used.add(name.text());
        if (!conditions.contains(name.text())) {
            var problem = Problem.at(
                            ProblemCode.INVALID_CONDITION,
                            log.place(expression, name.offset()),
                            "no condition is called " + Quoted.of(name.text()))
                    .expecting(conditions.isEmpty() ? "a condition" : "one of " + String.join(", ", conditions));
            log.add(Nearest.fixing(problem, name.text(), conditions));
        }
    }

    @Override
    public void take(ConditionToken pattern, Quantified quantified) {
        used.addAll(conditions);
        log.add(
                ProblemCode.INVALID_CONDITION,
                log.place(expression, pattern.offset()),
                "a pattern of conditions in an expression",
                "conditions by their names, joined by and, or, not");
    }

    /** Says which conditions the expression does not name. */
    void refuseUnused() {
        for (var condition : conditions) {
            if (!used.contains(condition)) {
                log.add(
                        ProblemCode.INVALID_CONDITION,
                        expression.position(),
                        "condition " + Quoted.of(condition) + " is not in the expression",
                        "every condition that is named");
            }
        }
    }
}
