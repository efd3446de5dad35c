package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a correlation says what, for letters to its author.
 *
 * @param condition where the condition stands, or where the rule begins if it has none
 * @param timespan where the timespan stands
 * @param fields where each name of a field stands: an alias where it is defined, another where the rule groups by it or looks at it
 * @param mentions the rules that the condition and the aliases name, as written, each at its first place there
 */
public record CorrelationPlaces(
        Position condition, Position timespan, Map<String, Position> fields, List<RuleReference> mentions) {

    public CorrelationPlaces {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        mentions = List.copyOf(mentions);
    }

    /** Where the field of that name stands, or where the condition does if the rule names none. */
    public Position field(String name) {
        return fields.getOrDefault(name, condition);
    }
}
