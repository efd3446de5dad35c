package io.weir.correlate;

import io.weir.alert.AlertHead;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out why a correlation alerts, and why not. Whether it does is what the engine tells, which runs here as it runs in the job; where it does
 * not, its groups are gathered anew, as if nothing were late or forgotten, and looked at for what they lack.
 */
public final class Inquest {

    /** No more events than these are kept to be looked at. */
    public static final int MOST_EVENTS = 200_000;

    private final RuleSet rules;
    private final CorrelationRule rule;
    private final Horizons horizons;
    private final CorrelationRun run;
    private final List<Observed> observed = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;
    private int dropped;

    /**
     * What has come so far.
     *
     * @param fate what became of the event in the engine
     * @param behind how far its time lies behind the earliest that was not too late then, in microseconds; zero where it was not
     */
    record Observed(MatchedEvent event, Fate fate, long behind) {}

    /** An inquest into that correlation of a rule set; other rules in it that do not concern it do no harm. */
    public Inquest(RuleSet rules, CorrelationRule rule, Horizons horizons) {
        this.rules = rules.only(rule.header().id());
        this.rule = rule;
        this.horizons = horizons;
        this.run = new CorrelationRun(this.rules, horizons);
    }

    /**
     * What was found.
     *
     * @param alerts the bodies of the alerts of the correlation that stand, by their ids
     * @param matched how many matches of each rule that it refers to came in, by that rule's id, in the order of the correlation
     * @param attempts what came near an alert and made none, nearest first
     * @param keptOut matches that came to no group
     */
    public record Verdict(
            Map<String, String> alerts, Map<String, Integer> matched, List<Attempt> attempts, List<KeptOut> keptOut) {

        public boolean matches() {
            return !alerts.isEmpty();
        }
    }

    /**
     * What one group lacked.
     *
     * @param group what its events share, by field
     * @param sightings the events that came nearest
     */
    public record Attempt(Map<String, String> group, Shortfall shortfall, List<Sighting> sightings) {}

    /** Takes in an event that matched a rule or tells of a process. */
    public void observe(MatchedEvent event) {
        var fate = run.observed(event);
        if (observed.size() < MOST_EVENTS) {
            observed.add(new Observed(event, fate, fate == Fate.LATE ? behind(event) : 0));
        } else {
            dropped++;
        }
    }

    private long behind(MatchedEvent event) {
        return watermark - horizons.latenessMicros() - event.event().time().micros();
    }

    /** The rules that this is about: the correlation, and those that it refers to at any depth. */
    public RuleSet rules() {
        return rules;
    }

    /** The watermark comes to that time, in microseconds. */
    public void pass(long micros) {
        watermark = Math.max(watermark, micros);
        run.pass(watermark);
    }

    /**
     * Nothing more comes.
     *
     * @param most no more attempts than these are told
     */
    public Verdict end(int most) {
        var alerts = alerts();
        var study = Study.of(rules, rule, horizons, observed);
        var alerted = groups(alerts);
        var attempts = study.groups().stream()
                .filter(group -> !alerted.contains(group.name()))
                .flatMap(group -> study.assess(group).stream())
                .sorted(Study.NEAREST)
                .limit(most)
                .toList();
        return new Verdict(alerts, study.matched(), attempts, study.keptOut(run.boundsReached() + dropped));
    }

    /** How many groups there are so far. */
    int groups() {
        return Study.of(rules, rule, horizons, observed).groups().size();
    }

    private Map<String, String> alerts() {
        var alerts = new TreeMap<>(run.end().standing());
        alerts.values()
                .removeIf(
                        body -> !AlertHead.of(body).rule().equals(rule.header().id()));
        return alerts;
    }

    private Set<Gathered.Name> groups(Map<String, String> alerts) {
        return alerts.values().stream()
                .map(AlertHead::of)
                .map(alert -> Gathered.Name.of(rule, alert.host(), alert.group()))
                .collect(Collectors.toSet());
    }
}
