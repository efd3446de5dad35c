package io.weir.check;

import io.weir.correlate.StateBounds;
import io.weir.rule.Amount;
import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.ProblemCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a correlation will cost, and what other Sigma tools will say of it. */
final class CorrelationStyleCheck implements RuleCheck {

    /**
     * The state of a group lives for the timespan and the lateness after its last event. Beyond a week, a host with ten matches a minute has
     * 100,000 events in one group: about 50 MB.
     */
    private static final Duration LONG = Duration.ofDays(7);

    /** Where a job is not told otherwise. */
    private static final int KEPT = StateBounds.DEFAULT.groupEvents();

    private static final Set<CorrelationType> COUNTS =
            EnumSet.of(CorrelationType.EVENT_COUNT, CorrelationType.VALUE_COUNT);

    private static final Set<CorrelationType> TEMPORAL =
            EnumSet.of(CorrelationType.TEMPORAL, CorrelationType.TEMPORAL_ORDERED);

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.correlation().ifPresent(correlation -> check(rule, correlation, findings));
    }

    private static void check(LintedRule rule, CorrelationRule correlation, Findings findings) {
        var places = correlation.places();
        if (correlation.timespan().duration().compareTo(LONG) > 0) {
            findings.add(
                    rule,
                    ProblemCode.LONG_TIMESPAN,
                    places.timespan(),
                    "a timespan of " + correlation.timespan().duration().toDays() + " days",
                    "at most 7 days: every match is kept for that long, about 500 bytes each",
                    "");
        }
        if (correlation.condition() instanceof CorrelationCondition.Measured measured) {
            check(rule, correlation, measured.comparisons(), findings);
        }
        if (TEMPORAL.contains(correlation.type()) && correlation.steps().size() == 1) {
            findings.add(
                    rule,
                    ProblemCode.ONE_RULE,
                    rule.placeOf("correlation"),
                    "a " + correlation.type().label() + " correlation of one rule",
                    "several rules",
                    "");
        }
        if (correlation.groupBy().isEmpty()) {
            findings.add(
                    rule,
                    ProblemCode.WITHOUT_GROUP_BY,
                    rule.placeOf("correlation"),
                    "a correlation without group-by: all events of all hosts are one group",
                    "fields that the events share, such as Computer",
                    "");
        }
    }

    private static void check(
            LintedRule rule, CorrelationRule correlation, List<Comparison> comparisons, Findings findings) {
        var place = correlation.places().condition();
        if (COUNTS.contains(correlation.type()) && needsMoreThanKept(comparisons)) {
            findings.add(
                    rule,
                    ProblemCode.MORE_THAN_KEPT,
                    place,
                    "a condition that " + Amount.of(KEPT, "event") + " do not fulfil",
                    "at most " + Amount.of(KEPT, "event") + ", which is what a group keeps for each timespan",
                    "");
        }
        if (comparisons.size() > 1) {
            findings.add(
                    rule,
                    ProblemCode.TWO_COMPARISONS,
                    place,
                    "a condition of " + comparisons.size() + " comparisons",
                    "one, as the specification has it",
                    "");
        }
    }

    private static boolean needsMoreThanKept(List<Comparison> comparisons) {
        return comparisons.stream().anyMatch(comparison -> switch (comparison.operator()) {
            case GT, GTE -> !comparison.holds(BigDecimal.valueOf(KEPT));
            case EQ -> comparison.number().compareTo(BigDecimal.valueOf(KEPT)) > 0;
            case LT, LTE, NEQ -> false;
        });
    }
}
