package io.weir.parse;

import io.weir.rule.Condition;
import io.weir.rule.ContentHash;
import io.weir.rule.Detection;
import io.weir.rule.DetectionRule;
import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule with filters: its condition and that of each filter must hold, and neither can see the selections of the other. Those of a
 * filter get names of their own that begin with an underscore, which patterns of the rule leave out.
 */
final class FilteredRule {

    private final Map<String, Selection> selections;
    private final List<Condition> added = new ArrayList<>();

    private FilteredRule(DetectionRule rule) {
        this.selections = new LinkedHashMap<>(rule.detection().selections());
    }

    /** The rule with the filters; the rule itself where there are none. */
    static DetectionRule of(DetectionRule rule, List<Filter> filters) {
        if (filters.isEmpty()) {
            return rule;
        }
        var filtered = new FilteredRule(rule);
        filters.forEach(filter -> filtered.add(filter.detection()));
        return ContentHash.rehashed(
                new DetectionRule(rule.header(), rule.logSource(), filtered.joinedWith(rule.detection())));
    }

    private void add(Detection filter) {
        var prefix = freePrefix(filter);
        var names = new LinkedHashMap<String, Condition.Named>();
        filter.selections().forEach((name, selection) -> {
            names.put(name, new Condition.Named(prefix + name));
            selections.put(prefix + name, selection);
        });
        filter.conditions().forEach(condition -> added.add(SpelledOut.all(condition, names)));
    }

    private String freePrefix(Detection filter) {
        int number = 1;
        while (isTaken("_filter" + number + "_", filter)) {
            number++;
        }
        return "_filter" + number + "_";
    }

    private boolean isTaken(String prefix, Detection filter) {
        return filter.selections().keySet().stream().anyMatch(name -> selections.containsKey(prefix + name));
    }

    private Detection joinedWith(Detection rule) {
        var names = new LinkedHashMap<String, Condition.Named>();
        rule.selections().keySet().forEach(name -> names.put(name, new Condition.Named(name)));
        var conditions = new ArrayList<Condition>();
        for (var condition : rule.conditions()) {
            var all = new ArrayList<>(List.of(SpelledOut.hidden(condition, names)));
            all.addAll(added);
            conditions.add(new Condition.AllOf(all));
        }
        return new Detection(selections, conditions);
    }
}
