package io.weir.correlate;

import io.weir.correlate.NumberJudge.Measure;
import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition.Measured;
import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** How near the windows of a group came to a number that the condition asks for. Windows are those that the engine looks at. */
final class Measuring {

    private final Correlation correlation;
    private final Measured condition;
    private final Measure measure;

    Measuring(Correlation correlation, Measured condition) {
        this.correlation = correlation;
        this.condition = condition;
        this.measure = measure(correlation.rule().type(), condition);
    }

    private static Measure measure(CorrelationType type, Measured condition) {
        return switch (type) {
            case EVENT_COUNT -> NumberJudge.events();
            case VALUE_COUNT -> NumberJudge.values();
            case VALUE_SUM -> NumberJudge.sum();
            case VALUE_AVG -> NumberJudge.mean();
            case VALUE_PERCENTILE -> NumberJudge.percentile(condition.percentile());
            case TEMPORAL, TEMPORAL_ORDERED -> Measuring::rules;
        };
    }

    private static NumberJudge.Fraction rules(List<Placed> window) {
        var matched = new HashSet<Integer>();
        window.forEach(event -> matched.addAll(event.steps()));
        return new NumberJudge.Fraction(BigDecimal.valueOf(matched.size()), 1);
    }

    private record Window(List<Placed> events, NumberJudge.Fraction measured, double off) {}

    /** The shortfall and the events of the window that came nearest, or none where one fulfils the condition. */
    Optional<Assessment> nearest(List<Placed> events) {
        return windows(events).stream()
                .map(this::window)
                .min(Comparator.comparingDouble(Window::off))
                .filter(window -> window.off() > 0)
                .map(window -> new Assessment(shortfall(window), window.events()));
    }

    private Window window(List<Placed> events) {
        var measured = measure.of(events);
        return new Window(events, measured, off(measured));
    }

    /** How far a number is from fulfilling all comparisons: zero where it does. */
    private double off(NumberJudge.Fraction measured) {
        double value = new BigDecimal(measured.text()).doubleValue();
        return condition.comparisons().stream()
                .filter(comparison -> !measured.fulfils(comparison))
                .mapToDouble(comparison ->
                        Math.max(Double.MIN_NORMAL, Math.abs(comparison.number().doubleValue() - value)))
                .sum();
    }

    private Shortfall shortfall(Window window) {
        double bound = condition.comparisons().get(0).number().abs().doubleValue();
        return new Shortfall.Amount(
                window.measured().text(),
                condition.comparisons().stream().map(Comparison::label).toList(),
                of(correlation.rule()),
                window.events().size(),
                0.9 / (1 + window.off() / Math.max(1, bound)));
    }

    private static String of(CorrelationRule rule) {
        return switch (rule.type()) {
            case EVENT_COUNT -> "events";
            case TEMPORAL, TEMPORAL_ORDERED -> "rules";
            case VALUE_COUNT, VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE ->
                String.join(", ", rule.condition().fields());
        };
    }

    private List<List<Placed>> windows(List<Placed> events) {
        boolean settles = correlation.look() instanceof Look.ByWindow;
        var windows = new ArrayList<List<Placed>>();
        long begun = Long.MIN_VALUE;
        for (int first = 0, end = 0; first < events.size(); first++) {
            long micros = events.get(first).time().micros();
            if (settles && begun != Long.MIN_VALUE && micros <= begun + correlation.timespan()) {
                continue;
            }
            begun = micros;
            while (end < events.size() && events.get(end).time().micros() <= micros + correlation.timespan()) {
                end++;
            }
            windows.add(events.subList(first, end));
        }
        return windows;
    }
}
