package io.weir.correlate;

import io.weir.match.MatchedEvent;
import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a correlation counts or measures of an event, for {@link PlainJudge}: the values of its fields in small letters. */
final class PlainValue {

    private PlainValue() {}

    static Optional<List<String>> of(CorrelationRule rule, String asked, MatchedEvent event) {
        var values = new ArrayList<String>();
        for (var field : fields(rule)) {
            var value = event.event().fields().get(rule.fieldOf(asked, field));
            if (value == null || (isNumeric(rule) && !isNumber(rule, value))) {
                return Optional.empty();
            }
            values.add(value.toLowerCase(Locale.ROOT));
        }
        return Optional.of(values);
    }

    private static boolean isNumeric(CorrelationRule rule) {
        return Set.of(CorrelationType.VALUE_SUM, CorrelationType.VALUE_AVG, CorrelationType.VALUE_PERCENTILE)
                .contains(rule.type());
    }

    /** A sum that only has to be great enough takes no negative numbers. */
    private static boolean isNumber(CorrelationRule rule, String value) {
        try {
            return new BigDecimal(value).signum() >= 0
                    || rule.type() != CorrelationType.VALUE_SUM
                    || !onlyLowerBounds(rule);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static boolean onlyLowerBounds(CorrelationRule rule) {
        var measured = (CorrelationCondition.Measured) rule.condition();
        return measured.comparisons().stream()
                .map(Comparison::operator)
                .allMatch(operator -> operator == Comparison.Operator.GT || operator == Comparison.Operator.GTE);
    }

    private static List<String> fields(CorrelationRule rule) {
        return rule.condition() instanceof CorrelationCondition.Measured measured ? measured.fields() : List.of();
    }
}
