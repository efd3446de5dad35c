package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule looks for: named selections, and conditions over their names (Sigma rules specification, "Detection").
 *
 * @param selections by name, in the order of the file; at least one
 * @param conditions at least one; the rule matches when any of them holds. Every name in them is a key of {@code selections}
 *     and every pattern fits at least one: the parser has refused the others.
 */
public record Detection(Map<String, Selection> selections, List<Condition> conditions) {

    public Detection {
        if (selections.isEmpty() || conditions.isEmpty()) {
            throw new IllegalArgumentException("a detection has a selection and a condition");
        }
        selections = Collections.unmodifiableMap(new LinkedHashMap<>(selections));
        conditions = List.copyOf(conditions);
    }
}
