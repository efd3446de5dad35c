package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule that looks at what other rules matched (Sigma correlation rules specification). Those may be correlations themselves: what matches
 * such a one has the values of its group-by fields under the names that it groups by, and each field of which all its events share the value.
 *
 * @param header what the rule says of itself
 * @param type what is looked at in the matches of a window
 * @param steps the rules that it refers to, in its order; at least one
 * @param groupBy the fields whose values the events of one group share, in the rule's order; may be empty. A name may be a key of
 *     {@code aliases}
 * @param aliases for a name that the rule groups by or looks at, what each rule that it refers to calls that field: alias to rule to field. The
 *     rules are written as in {@code steps}
 * @param timespan how far apart the events may lie, both ends included
 * @param condition when it is worth an alert
 * @param link which processes the events of one group must come from
 * @param generate whether the rules that it refers to make alerts of their own, too
 * @param places where it says what, for letters to its author
 */
public record CorrelationRule(
        RuleHeader header,
        CorrelationType type,
        List<RuleReference> steps,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Timespan timespan,
        CorrelationCondition condition,
        Link link,
        boolean generate,
        CorrelationPlaces places)
        implements SigmaRule {

    public CorrelationRule {
        steps = List.copyOf(steps);
        groupBy = List.copyOf(groupBy);
        var copied = new LinkedHashMap<String, Map<String, String>>();
        aliases.forEach((alias, fields) -> copied.put(alias, Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
        aliases = Collections.unmodifiableMap(copied);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a correlation refers to a rule");
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.correlation(this);
    }

    /** The fields that the correlation names: those that it groups by, then those that its condition looks at. */
    public Set<String> fields() {
        var names = new LinkedHashSet<>(groupBy);
        names.addAll(condition.fields());
        return names;
    }

    /** What the rule of that reference calls a field that the correlation names: by an alias, or the name itself. */
    public String fieldOf(String step, String name) {
        var fields = aliases.get(name);
        return fields == null ? name : fields.getOrDefault(step, name);
    }

    /** The same rule with another header. */
    public CorrelationRule with(RuleHeader other) {
        return new CorrelationRule(other, type, steps, groupBy, aliases, timespan, condition, link, generate, places);
    }

    /** The same rule with other names of fields, wherever it names some. */
    public CorrelationRule naming(
            List<String> groupBy,
            Map<String, Map<String, String>> aliases,
            CorrelationCondition condition,
            CorrelationPlaces places) {
        return new CorrelationRule(header, type, steps, groupBy, aliases, timespan, condition, link, generate, places);
    }

    /** The same rule with what refers to other rules replaced, as when names became ids. */
    public CorrelationRule resolved(
            List<RuleReference> steps, Map<String, Map<String, String>> aliases, CorrelationCondition condition) {
        return new CorrelationRule(header, type, steps, groupBy, aliases, timespan, condition, link, generate, places);
    }
}
