package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.alert.AlertJson;
import io.weir.correlate.HostMemory.Reminder;
import io.weir.correlate.HostMemory.Settlement;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import io.weir.incident.IncidentBounds;
import io.weir.incident.Incidents;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.util.List;

/**
 * What happens on one host: takes copies of an event as one, keeps who started whom, makes the alerts of single rules and of the correlations
 * with a link, and sends the matches of the others to their groups.
 *
 * <p>What stands after a set of events does not depend on the order in which they came (design, "What stands"): each event is looked at with what
 * followed from everything that it touches before, and after.
 */
public final class HostCorrelator {

    private final HostRules rules;

    /** A correlator for the correlations of that rule set. */
    public HostCorrelator(RuleSet rules, Horizons horizons) {
        this.rules = new HostRules(rules, horizons);
    }

    /**
     * Takes in an event.
     *
     * @param memory of the event's host
     * @param watermark in microseconds; {@link Long#MIN_VALUE} before the first
     */
    public HostOutcome observe(MatchedEvent event, HostMemory memory, long watermark) {
        var fate = fate(event.event(), watermark);
        if (fate == Fate.TIMELESS || fate == Fate.LATE) {
            return alone(event, fate, memory);
        }
        if (event.matches().isEmpty() && !tellsOfALife(event.event().process())) {
            return HostOutcome.of(Fate.IDLE, List.of());
        }
        var known = memory.event(event.event().identity().id());
        if (known.isPresent() && !countsInsteadOf(event, known.get())) {
            return HostOutcome.of(Fate.DUPLICATE, List.of());
        }
        remember(event.event(), memory);
        return new HostChange(rules, memory, watermark).replace(known, event, fate);
    }

    private static boolean tellsOfALife(ProcessFacts process) {
        return switch (process.life()) {
            case START, BOOT -> true;
            case END -> !process.pid().isEmpty();
            case NONE, ACT -> false;
        };
    }

    private static boolean countsInsteadOf(MatchedEvent event, MatchedEvent known) {
        return event.event()
                        .identity()
                        .contentHash()
                        .compareTo(known.event().identity().contentHash())
                < 0;
    }

    private Fate fate(EventFacts event, long watermark) {
        if (!event.time().isKnown()) {
            return Fate.TIMELESS;
        }
        if (HostRules.isQuarantined(event)) {
            return isLate(event.arrival(), watermark) ? Fate.LATE : Fate.QUARANTINED;
        }
        return isLate(event.time(), watermark) ? Fate.LATE : Fate.CORRELATED;
    }

    private boolean isLate(Stamp time, long watermark) {
        return watermark != Long.MIN_VALUE
                && time.micros() < watermark - rules.horizons().latenessMicros();
    }

    private HostOutcome alone(MatchedEvent event, Fate fate, HostMemory memory) {
        var alerts = new HostView(rules, memory).ofUncorrelated(event).alerts();
        return HostOutcome.of(
                fate, alerts.stream().map(HostCorrelator::stateless).toList());
    }

    /** The change of an alert that no state stands behind: any other change of the same alert counts before it. */
    private static AlertChange stateless(Alert alert) {
        return new AlertChange(alert.id(), AlertJson.body(alert), 0, false);
    }

    static AlertChange add(Alert alert, HostMemory memory) {
        return new AlertChange(alert.id(), AlertJson.body(alert), memory.nextSequence(), false);
    }

    private void remember(EventFacts event, HostMemory memory) {
        long time = HostRules.isQuarantined(event)
                ? event.arrival().micros()
                : event.time().micros();
        memory.remindAfter(
                time + rules.retention(), Reminder.of(event.identity().id()));
    }

    /** Forgets what the reminder names; no alert changes by it. */
    public void forget(Reminder reminder, HostMemory memory) {
        if (reminder.event().isEmpty()) {
            new LoadedBucket(reminder.bucket(), memory.group(reminder.group()), Weight.NONE).forget();
        } else {
            memory.event(reminder.event()).ifPresent(event -> new HostIndex(rules, memory).remove(event));
        }
    }

    /**
     * Tells what has settled.
     *
     * @param watermark in microseconds
     */
    public HostOutcome settle(Settlement settlement, HostMemory memory, long watermark) {
        return new HostChange(rules, memory, watermark).settle(settlement.group(), settlement.at());
    }

    /** The incidents that alerts of hosts and groups make, kept as long as any of those alerts may still change. */
    public Incidents incidents(IncidentBounds bounds) {
        return new Incidents(bounds, rules.alertReach());
    }

    /** Which stage takes the match in, counted from 1. */
    public int stage(GroupMatch match) {
        return rules.stage(match);
    }
}
