package io.weir.cli;

import io.weir.correlate.Horizons;
import io.weir.correlate.Inquest;
import io.weir.event.Event;
import io.weir.event.Stamp;
import io.weir.match.MatchInquest;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.RuleReference;
import io.weir.rule.SigmaRule;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All inquests that one question takes: into the rule itself, and into those that it refers to, over one reading of the events. */
final class Inquiry {

    private static final long TICK_MICROS = 1_000_000;

    private final RuleSet all;
    private final RuleSet concerned;
    private final int most;
    private final long disorder;
    private final boolean live;
    private final Map<String, MatchInquest> detections = new LinkedHashMap<>();
    private final Map<String, Inquest> correlations = new LinkedHashMap<>();
    private long newest = Long.MIN_VALUE;
    private long passed = Long.MIN_VALUE;

    /**
     * An inquiry into a rule in force.
     *
     * @param live whether the events come as a topic brings them, in this order, with a watermark behind them
     * @param disorder how far the watermark is behind the newest event
     * @param most no more events or groups of a rule are told
     */
    Inquiry(RuleSet all, SigmaRule rule, Horizons horizons, boolean live, Duration disorder, int most) {
        this.all = all;
        this.concerned = all.only(rule.header().id());
        this.most = most;
        this.live = live;
        this.disorder = disorder.toNanos() / 1_000;
        concerned
                .detections()
                .forEach(one -> concerned
                        .explainer(one.header().id())
                        .ifPresent(explainer -> detections.put(one.header().id(), new MatchInquest(explainer, most))));
        concerned
                .correlations()
                .forEach(one -> correlations.put(one.header().id(), new Inquest(concerned, one, horizons)));
    }

    /** Looks at an event. */
    void observe(MatchPrinter.Place place, Event event) {
        detections.values().forEach(inquest -> inquest.observe(place.toString(), event));
        correlations.values().forEach(inquest -> inquest.rules().observe(event).ifPresent(inquest::observe));
        if (live) {
            pass(event);
        }
    }

    private void pass(Event event) {
        newest = Math.max(newest, earlier(event.time(), event.arrival()));
        if (newest != Long.MIN_VALUE && newest - disorder >= passed + TICK_MICROS) {
            passed = newest - disorder;
            correlations.values().forEach(inquest -> inquest.pass(passed));
        }
    }

    private static long earlier(Stamp time, Stamp arrival) {
        if (!time.isKnown()) {
            return Long.MIN_VALUE;
        }
        return arrival.isKnown() ? Math.min(time.micros(), arrival.micros()) : time.micros();
    }

    /** What was found of a rule, and of those below it that never matched. */
    Finding end(SigmaRule rule) {
        return end(rule, new HashSet<>());
    }

    private Finding end(SigmaRule rule, Set<String> told) {
        told.add(rule.header().id());
        return rule.match(new SigmaRule.Cases<>() {
            @Override
            public Finding detection(DetectionRule detection) {
                var inquest =
                        Objects.requireNonNull(detections.get(detection.header().id()));
                return new Finding.OfDetection(detection, inquest.verdict());
            }

            @Override
            public Finding correlation(CorrelationRule correlation) {
                return endCorrelation(correlation, told);
            }
        });
    }

    private Finding endCorrelation(CorrelationRule rule, Set<String> told) {
        var inquest = Objects.requireNonNull(correlations.get(rule.header().id()));
        var verdict = inquest.end(most);
        List<Finding> below = verdict.matches()
                ? List.of()
                : rule.steps().stream()
                        .map(RuleReference::rule)
                        .filter(step -> verdict.matched().getOrDefault(step, 0) == 0 && told.add(step))
                        .flatMap(step -> concerned.rule(step).stream())
                        .map(step -> end(step, told))
                        .toList();
        return new Finding.OfCorrelation(rule, !all.alertsAlone(rule.header().id()), verdict, below);
    }
}
