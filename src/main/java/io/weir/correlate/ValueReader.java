package io.weir.correlate;

import io.weir.match.MatchedEvent;
import io.weir.rule.CorrelationRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads from an event what its correlation counts or measures.
 *
 * @param fields whose values it looks at; none where it looks at no field
 * @param numeric whether they must be numbers
 * @param signed whether numbers below zero count, too
 */
record ValueReader(List<String> fields, boolean numeric, boolean signed) {

    /** A sum that is told of early must not shrink, so negative numbers are left out of it. */
    static ValueReader of(CorrelationRule rule, Look look) {
        boolean numeric = switch (rule.type()) {
            case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> true;
            case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> false;
        };
        return new ValueReader(rule.condition().fields(), numeric, look instanceof Look.ByWindow);
    }

    /**
     * What there is to count or measure; none where the event lacks it.
     *
     * @param step which rule of the correlation reads it, and so by which names
     */
    Optional<String> of(CorrelationRule rule, int step, MatchedEvent event) {
        if (fields.isEmpty()) {
            return Optional.of("");
        }
        var said = rule.steps().get(step).rule();
        var texts = fields.stream()
                .flatMap(field -> Optional.ofNullable(event.event().fields().get(rule.fieldOf(said, field))).stream())
                .toList();
        if (texts.size() < fields.size()) {
            return Optional.empty();
        }
        return numeric ? Optional.of(texts.get(0)) : Optional.of(ValueKey.of(texts));
    }

    /** The value as it is kept; none where it is not the number that it should be. */
    Optional<String> readable(String value) {
        return numeric
                ? Numbers.parse(value)
                        .filter(number -> signed || number.signum() >= 0)
                        .map(BigDecimal::toString)
                : Optional.of(value);
    }
}
