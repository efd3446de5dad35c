package io.weir.pipeline;

import io.weir.rule.Condition;
import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code add_condition}: of an event that the rule matches, this must hold, too, or must not.
 *
 * @param name the selection's name, or empty for one that no pattern takes in
 * @param selection what must hold
 * @param isTemplate whether {@code $category}, {@code $product} and {@code $service} in its values stand for those of the rule
 * @param negated whether it must not hold
 */
public record AddCondition(String name, Selection selection, boolean isTemplate, boolean negated)
        implements Transformation {

    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        var key = name.isEmpty() ? freeName(rule) : name;
        var added = isTemplate ? FilledTemplate.of(selection, rule.logSource()) : selection;
        var selections = new LinkedHashMap<>(rule.selections());
        selections.put(key, Node.of(added).map(item -> new Node.Leaf(item.changedBy(step.id()))));
        var conditions = rule.conditions().stream()
                .map(condition -> joined(wanted(key), condition))
                .toList();
        return rule.with(selections, conditions);
    }

    /** Flat, however many conditions are added one after the other. */
    private static Condition joined(Condition added, Condition condition) {
        var all = new ArrayList<>(List.of(added));
        all.addAll(condition instanceof Condition.AllOf others ? others.operands() : List.of(condition));
        return new Condition.AllOf(all);
    }

    private static String freeName(DetectionDraft rule) {
        int number = 1;
        while (rule.selections().containsKey("_cond" + number)) {
            number++;
        }
        return "_cond" + number;
    }

    private Condition wanted(String key) {
        var named = new Condition.Named(key);
        return negated ? new Condition.Not(named) : named;
    }

    @Override
    public boolean isForCorrelations() {
        return false;
    }
}
