package io.weir.parse;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationType;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a correlation's condition that is a map: the numbers to compare with, the field, and the percentile. */
final class MeasureParser {

    private static final String FIELD = "field";
    private static final String PERCENTILE = "percentile";

    private static final BigDecimal MEDIAN = BigDecimal.valueOf(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<String> OPERATORS = Arrays.stream(Comparison.Operator.values())
            .map(Comparison.Operator::label)
            .toList();

    private final Section condition;
    private final CorrelationType type;
    private final Measures measures;
    private final ProblemLog log;
    private final NumberReader numbers;

    /**
     * A parser of that map.
     *
     * @param type of the correlation
     * @param rules how many rules the correlation lists
     */
    MeasureParser(Section condition, CorrelationType type, int rules) {
        this.condition = condition;
        this.type = type;
        this.measures = new Measures(type, rules);
        this.log = condition.log();
        this.numbers = new NumberReader(log);
    }

    /** The condition; none, and a problem in the log, if any part of it is wrong. */
    Optional<CorrelationConditionParser.Read> parse() {
        int before = log.size();
        refuseUnknown();
        var comparisons = comparisons();
        var fields = fields();
        var percentile = percentile();
        if (log.size() == before && measures.rules() > 0 && !measures.canFulfil(comparisons)) {
            refuseImpossible(comparisons);
        }
        return log.size() > before
                ? Optional.empty()
                : Optional.of(new CorrelationConditionParser.Read(
                        new CorrelationCondition.Measured(comparisons, List.copyOf(fields.keySet()), percentile),
                        fields,
                        List.of()));
    }

    private void refuseUnknown() {
        var known = Stream.concat(OPERATORS.stream(), ownKeys().stream()).toList();
        for (var entry : condition.map().entries()) {
            var key = entry.key();
            if (!known.contains(key.text())) {
                boolean misplaced = key.text().equals(FIELD) || key.text().equals(PERCENTILE);
                var found = (misplaced ? "" : "unknown key ") + Quoted.of(key.text()) + " in the condition of "
                        + type.label();
                log.add(Nearest.fixing(
                        Problem.at(ProblemCode.UNKNOWN_KEY, key.position(), found)
                                .expecting("one of " + String.join(", ", known)),
                        key.text(),
                        known));
            }
        }
    }

    private List<String> ownKeys() {
        return switch (type) {
            case EVENT_COUNT, TEMPORAL, TEMPORAL_ORDERED -> List.of();
            case VALUE_COUNT, VALUE_SUM, VALUE_AVG -> List.of(FIELD);
            case VALUE_PERCENTILE -> List.of(FIELD, PERCENTILE);
        };
    }

    private List<Comparison> comparisons() {
        if (condition.keys().stream().noneMatch(OPERATORS::contains)) {
            log.add(
                    ProblemCode.INVALID_CORRELATION_CONDITION,
                    condition.map().position(),
                    "a condition without a comparison",
                    "one of " + String.join(", ", OPERATORS) + ", with a number");
        }
        var comparisons = new ArrayList<Comparison>();
        for (var entry : condition.map().entries()) {
            Comparison.Operator.of(entry.key().text())
                    .flatMap(operator -> number(entry).map(number -> new Comparison(operator, number)))
                    .ifPresent(comparisons::add);
        }
        return comparisons;
    }

    private Optional<BigDecimal> number(Yaml.Entry entry) {
        var key = entry.key().text();
        return measures.counted().isEmpty()
                ? numbers.read(key, entry.value())
                : numbers.readWhole(key, entry.value(), measures.counted());
    }

    private Map<String, Position> fields() {
        if (!ownKeys().contains(FIELD)) {
            return Map.of();
        } else if (!condition.has(FIELD)) {
            condition.miss("the condition", FIELD, "the field whose values " + type.label() + " looks at");
            return Map.of();
        }
        var fields = FieldNames.read(condition, FIELD);
        if (condition.hasEmptyList(FIELD)) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    condition.positionOf(FIELD),
                    "an empty list of fields",
                    "the name of a field");
        } else if (fields.size() > 1 && type != CorrelationType.VALUE_COUNT) {
            log.add(
                    ProblemCode.INVALID_CORRELATION_CONDITION,
                    condition.positionOf(FIELD),
                    "several fields in the condition of " + type.label(),
                    "one field: only value_count takes several");
        }
        return fields;
    }

    /** The specification has no key for the percentile and calls 50 the median; pySigma has one. */
    private BigDecimal percentile() {
        if (!ownKeys().contains(PERCENTILE)) {
            return BigDecimal.ZERO;
        }
        return condition
                .find(PERCENTILE)
                .flatMap(value -> numbers.read(PERCENTILE, value).filter(number -> isPercentage(number, value)))
                .orElse(MEDIAN);
    }

    private boolean isPercentage(BigDecimal number, Yaml value) {
        boolean inRange = number.signum() >= 0 && number.compareTo(HUNDRED) <= 0;
        if (!inRange) {
            log.add(
                    ProblemCode.INVALID_NUMBER,
                    value.position(),
                    "'percentile' is " + value.described(),
                    "a number from 0 to 100");
        }
        return inRange;
    }

    private void refuseImpossible(List<Comparison> comparisons) {
        var said = comparisons.stream().map(Comparison::label).collect(Collectors.joining(", "));
        log.add(
                ProblemCode.IMPOSSIBLE_CONDITION,
                condition.map().position(),
                "a condition that is never true: " + said,
                measures.expected());
    }
}
