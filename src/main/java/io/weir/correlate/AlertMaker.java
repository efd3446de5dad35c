package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertEvent;
import io.weir.alert.AlertId;
import io.weir.alert.AlertReason;
import io.weir.alert.AlertRule;
import io.weir.alert.Lineage;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import io.weir.rule.RuleHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes alerts: from one matched event, or from what a correlation has found. */
final class AlertMaker {

    private static final Comparator<Stamp> TIME =
            Comparator.comparingLong(Stamp::micros).thenComparingLong(Stamp::precisionMicros);

    private static final List<MatchedField> NO_FIELD = List.of(MatchedField.NONE);

    private final CorrelationPlan plan;

    AlertMaker(CorrelationPlan plan) {
        this.plan = plan;
    }

    /** The alert of a single rule. */
    Alert single(RuleHeader rule, RuleMatch match, Witness witness) {
        var matched = new MatchedEvent(witness.event().event(), List.of(match));
        var alone = Witness.ofEvent(matched, witness.lineage());
        return alert(rule, Map.of(), List.of(alone), "");
    }

    /**
     * The alert of a correlation.
     *
     * @param group what its events share, by field
     * @param witnesses of the evidence, in its order, with the matches that the correlation asks for
     * @param measured see {@link Finding}
     */
    Alert correlated(Correlation correlation, Map<String, String> group, List<Witness> witnesses, String measured) {
        return alert(correlation.rule().header(), group, witnesses, measured);
    }

    /** The group-by values by field, as an alert shows them. */
    static Map<String, String> group(Correlation correlation, List<String> values) {
        var group = new TreeMap<String, String>();
        for (int i = 0; i < values.size(); i++) {
            group.put(correlation.rule().groupBy().get(i), values.get(i));
        }
        return group;
    }

    /** The events that an alert shows: each once, and of very many the first and the last ones. */
    static List<Witness> shown(List<Witness> witnesses) {
        if (witnesses.size() == 1 && witnesses.get(0).evidence().isEmpty()) {
            return witnesses;
        }
        var events = new LinkedHashMap<String, Witness>();
        for (var witness : witnesses) {
            witness.events().forEach(event -> events.putIfAbsent(event.id(), event));
        }
        var all = List.copyOf(events.values());
        if (all.size() <= Finding.MOST) {
            return all;
        }
        var ends = new ArrayList<>(all.subList(0, Finding.MOST / 2));
        ends.addAll(all.subList(all.size() - Finding.MOST / 2, all.size()));
        return ends;
    }

    private Alert alert(RuleHeader rule, Map<String, String> group, List<Witness> witnesses, String measured) {
        var ids = new ArrayList<String>(witnesses.size());
        witnesses.forEach(witness -> ids.add(witness.id()));
        var events = shown(witnesses);
        var shown = new ArrayList<AlertEvent>(events.size());
        var lineage = new ArrayList<Lineage>(2);
        var reasons = alerts(witnesses);
        var first = Stamp.NONE;
        var last = Stamp.NONE;
        for (var event : events) {
            var facts = event.event().event();
            shown.add(new AlertEvent(facts.identity().id(), facts.time(), facts.fields()));
            addOthers(event.lineage(), lineage);
            addReasons(event, reasons);
            if (facts.time().isKnown()) {
                first = first.isKnown() && TIME.compare(first, facts.time()) <= 0 ? first : facts.time();
                last = last.isKnown() && TIME.compare(last, facts.time()) >= 0 ? last : facts.time();
            }
        }
        return new Alert(
                AlertId.of(rule.id(), new TreeMap<>(group), ids),
                AlertRule.of(rule),
                completing(witnesses).host().name(),
                first,
                last,
                group,
                measured,
                shown,
                lineage,
                reasons);
    }

    /** Adds those that are not there yet; a lineage is short to look for among a hundred, and long to hash. */
    private static void addOthers(List<Lineage> some, List<Lineage> all) {
        for (var one : some) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    /** The latest event; of several, the one of the later step. */
    private static EventFacts completing(List<Witness> witnesses) {
        var latest = witnesses.get(0).event().event();
        for (var witness : witnesses) {
            var next = witness.event().event();
            latest = next.time().micros() < latest.time().micros() ? latest : next;
        }
        return latest;
    }

    /** The alerts of other correlations that made this one. */
    private List<AlertReason> alerts(List<Witness> witnesses) {
        var reasons = new ArrayList<AlertReason>();
        for (var witness : witnesses) {
            if (!witness.evidence().isEmpty()) {
                for (var match : witness.event().matches()) {
                    reasons.add(reason(witness, match, MatchedField.NONE));
                }
            }
        }
        return reasons;
    }

    /** What fitted. A rule may match by what is not there alone: then it is named, without a field. */
    private void addReasons(Witness witness, List<AlertReason> reasons) {
        var matches = witness.event().matches();
        for (int i = 0; i < matches.size(); i++) {
            var match = matches.get(i);
            var fields = match.matched().isEmpty() ? NO_FIELD : match.matched();
            for (int at = 0; at < fields.size(); at++) {
                reasons.add(reason(witness, match, fields.get(at)));
            }
        }
    }

    private AlertReason reason(Witness witness, RuleMatch match, MatchedField field) {
        return new AlertReason(witness.id(), match.rule(), plan.title(match.rule()), field);
    }
}
