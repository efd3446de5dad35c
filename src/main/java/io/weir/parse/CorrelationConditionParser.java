package io.weir.parse;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationType;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads when a correlation is worth an alert (Sigma correlation rules specification, "Condition"): numbers to compare with, or for the
 * temporal types, as in pySigma, an expression over rules.
 */
final class CorrelationConditionParser {

    /**
     * A condition as it was read.
     *
     * @param condition what it says
     * @param fields the fields that it looks at, with their places
     * @param mentions the rules that it names
     */
    record Read(CorrelationCondition condition, Map<String, Position> fields, List<RuleReference> mentions) {}

    private static final String KEY = "condition";

    /** The longest expression, in characters: a thousand ids fit. */
    private static final int LONGEST = 50_000;

    private final Section correlation;
    private final CorrelationType type;
    private final ProblemLog log;

    CorrelationConditionParser(Section correlation, CorrelationType type) {
        this.correlation = correlation;
        this.type = type;
        this.log = correlation.log();
    }

    /**
     * The condition; none, and a problem in the log, if it can't be read.
     *
     * @param rules how many rules the correlation lists
     */
    Optional<Read> parse(int rules) {
        var value = correlation.find(KEY);
        if (value.isEmpty() && !type.isTemporal()) {
            correlation.miss("the correlation", KEY, "a map with a comparison, such as gte: 10");
            return Optional.empty();
        }
        return value.map(condition -> read(condition, rules)).orElseGet(() -> Optional.of(all(rules)));
    }

    /** The condition of the temporal types where the rule has none: all rules have matched. */
    private static Read all(int rules) {
        var all = new Comparison(Comparison.Operator.GTE, BigDecimal.valueOf(rules));
        var condition = new CorrelationCondition.Measured(List.of(all), List.of(), BigDecimal.ZERO);
        return new Read(condition, Map.of(), List.of());
    }

    private Optional<Read> read(Yaml value, int rules) {
        if (value instanceof Yaml.Mapping mapping) {
            return new MeasureParser(new Section(mapping, log), type, rules).parse();
        } else if (value instanceof Yaml.Scalar text && text.type() == ScalarType.TEXT) {
            return type.isTemporal() ? expression(text) : refuseExpression(text);
        }
        var expected = "a map with a comparison, such as gte: 10";
        log.add(
                ProblemCode.INVALID_CORRELATION_CONDITION,
                value.position(),
                "'condition' is " + value.described(),
                type.isTemporal() ? expected + ", or rules joined by and, or, not" : expected);
        return Optional.empty();
    }

    private Optional<Read> refuseExpression(Yaml.Scalar text) {
        log.add(
                ProblemCode.INVALID_CORRELATION_CONDITION,
                text.position(),
                "an expression as the condition of " + type.label(),
                "a map with a comparison, such as gte: 10: only temporal and temporal_ordered take expressions");
        return Optional.empty();
    }

    private Optional<Read> expression(Yaml.Scalar text) {
        if (text.text().length() > LONGEST) {
            log.add(
                    ProblemCode.TOO_LARGE,
                    text.position(),
                    "a condition of more than " + LONGEST + " characters",
                    "at most " + LONGEST);
            return Optional.empty();
        }
        var names = new MentionedRules(text, log);
        var expression = ConditionParser.parse(text, names, log);
        ListedRules.refuseMany(names.list().size(), correlation, KEY);
        if (expression.isPresent() && expression.get().isTrueWhere(rule -> false)) {
            log.add(Problem.at(
                            ProblemCode.IMPOSSIBLE_CONDITION,
                            text.position(),
                            "a condition that is true without any event")
                    .expecting("a rule that must have matched, as in: a and not b"));
        }
        return expression.map(said -> new Read(new CorrelationCondition.Extended(said), Map.of(), names.list()));
    }
}
