package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.incident.IncidentMember;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.rule.RuleHeader;
import java.util.List;
import java.util.Optional;

/** What a host correlates by: the rules in force, and how far back they look. */
record HostRules(RuleSet rules, CorrelationPlan plan, AlertMaker alerts, Horizons horizons) {

    HostRules(RuleSet rules, Horizons horizons) {
        this(rules, new CorrelationPlan(rules, horizons.emission()), horizons);
    }

    private HostRules(RuleSet rules, CorrelationPlan plan, Horizons horizons) {
        this(rules, plan, new AlertMaker(plan), horizons);
    }

    /**
     * How long after its own time something is kept, in microseconds: an event that just is not late may need a start as far back as the lineage
     * horizon of an event that itself lies back by a history's reach; and next to a start is what tells of its end or of the same.
     */
    long retention() {
        return LifeSpans.BEHIND + horizons.latenessMicros() + 2 * horizons.lineageMicros() + plan.longestLinkedReach();
    }

    /** The rule that makes an alert of that match alone, if one does. */
    Optional<RuleHeader> alertingAlone(RuleMatch match) {
        return plan.inForce(match).filter(rule -> rules.alertsAlone(rule.id()));
    }

    /** Whether the correlation makes alerts of its own, and not only for those that refer to it. */
    boolean alerts(Correlation correlation) {
        return rules.alertsAlone(correlation.id());
    }

    /** What correlations that are not linked see of an alert of the correlation. */
    List<GroupMatch> seen(Correlation correlation, Alert alert, List<Witness> witnesses) {
        return plan.isReferredTo(correlation)
                ? plan.groupMatches(AlertAsEvent.of(correlation, alert, AlertMaker.shown(witnesses)))
                : List.of();
    }

    /** What the incidents of hosts see of an alert of the correlation. */
    List<IncidentMember> members(Correlation correlation, Alert alert, List<Witness> witnesses) {
        return alerts(correlation) ? IncidentMembers.of(alert, witnesses) : List.of();
    }

    /**
     * How far behind the watermark an alert may still come, change or go, in microseconds: as far as groups remember, whose buckets begin up to a reach
     * before they end.
     */
    long alertReach() {
        return retention() + 2 * plan.longestReach();
    }

    /** Which stage runs the correlation of the match, counted from 1; the first one where it is no more in force. */
    int stage(GroupMatch match) {
        return plan.correlation(match.meaning()).map(Correlation::stage).orElse(1);
    }

    /** Whether the event is stamped further ahead of its arrival than a clock may be: it never correlates (design, "Time"). */
    static boolean isQuarantined(EventFacts event) {
        return event.time().isKnown()
                && event.arrival().isKnown()
                && event.time().micros() - event.arrival().micros() > Horizons.micros(Horizons.CLOCK_TOLERANCE);
    }

    static String id(MatchedEvent event) {
        return event.event().identity().id();
    }
}
