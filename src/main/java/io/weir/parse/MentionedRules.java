package io.weir.parse;

import io.weir.rule.Condition.Quantified;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rules that a correlation's condition names. Whether they are there can be told only when all rules are known. */
final class MentionedRules implements ConditionNames {

    private final Yaml.Scalar condition;
    private final ProblemLog log;
    private final Map<String, RuleReference> mentions = new LinkedHashMap<>();

    MentionedRules(Yaml.Scalar condition, ProblemLog log) {
        this.condition = condition;
        this.log = log;
    }

    /** The rules in the order in which they first appear, each with that place. */
    List<RuleReference> list() {
        return List.copyOf(mentions.values());
    }

    @Override
    public String kind() {
        return "a rule";
    }

    @Override
    public boolean haveQuantifiers() {
        return false;
    }

    @Override
    public void take(ConditionToken name) {
        mentions.computeIfAbsent(name.text(), rule -> new RuleReference(rule, place(name)));
    }

    /** Where the name stands; of a name that is too many, nobody asks. */
    private Position place(ConditionToken name) {
        return mentions.size() < ListedRules.MOST ? log.place(condition, name.offset()) : condition.position();
    }

    @Override
    public void take(ConditionToken pattern, Quantified quantified) {
        log.add(
                ProblemCode.INVALID_CONDITION,
                log.place(condition, pattern.offset()),
                "a pattern of rules in the condition of a correlation",
                "rules, joined by and, or, not");
    }
}
