package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertEvent;
import io.weir.alert.AlertId;
import io.weir.alert.AlertReason;
import io.weir.alert.AlertRule;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.MatchedField;
import io.weir.match.RuleMatch;
import io.weir.rule.RuleHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes alerts: from one matched event, or from what a correlation has found. */
final class AlertMaker {

    private static final Comparator<Stamp> TIME =
            Comparator.comparingLong(Stamp::micros).thenComparingLong(Stamp::precisionMicros);

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
        var events = new LinkedHashMap<String, Witness>();
        witnesses.stream().flatMap(Witness::events).forEach(event -> events.putIfAbsent(event.id(), event));
        var all = List.copyOf(events.values());
        if (all.size() <= Finding.MOST) {
            return all;
        }
        var ends = new ArrayList<>(all.subList(0, Finding.MOST / 2));
        ends.addAll(all.subList(all.size() - Finding.MOST / 2, all.size()));
        return ends;
    }

    private Alert alert(RuleHeader rule, Map<String, String> group, List<Witness> witnesses, String measured) {
        var ids = witnesses.stream().map(Witness::id).toList();
        var events = shown(witnesses);
        var facts = events.stream().map(event -> event.event().event()).toList();
        return new Alert(
                AlertId.of(rule.id(), new TreeMap<>(group), ids),
                AlertRule.of(rule),
                completing(witnesses).host().name(),
                times(facts).min(TIME).orElse(Stamp.NONE),
                times(facts).max(TIME).orElse(Stamp.NONE),
                group,
                measured,
                facts.stream()
                        .map(event -> new AlertEvent(event.identity().id(), event.time(), event.fields()))
                        .toList(),
                List.copyOf(new LinkedHashSet<>(events.stream()
                        .flatMap(event -> event.lineage().stream())
                        .toList())),
                Stream.concat(alerts(witnesses), events.stream().flatMap(this::reasons))
                        .toList());
    }

    /** The latest event; of several, the one of the later step. */
    private static EventFacts completing(List<Witness> witnesses) {
        return witnesses.stream()
                .map(witness -> witness.event().event())
                .reduce((one, next) -> next.time().micros() < one.time().micros() ? one : next)
                .orElseThrow();
    }

    private static Stream<Stamp> times(List<EventFacts> events) {
        return events.stream().map(EventFacts::time).filter(Stamp::isKnown);
    }

    /** The alerts of other correlations that made this one. */
    private Stream<AlertReason> alerts(List<Witness> witnesses) {
        return witnesses.stream()
                .filter(witness -> !witness.evidence().isEmpty())
                .flatMap(alert -> alert.event().matches().stream()
                        .map(match -> new AlertReason(
                                alert.id(), match.rule(), plan.title(match.rule()), MatchedField.NONE)));
    }

    private Stream<AlertReason> reasons(Witness witness) {
        return witness.event().matches().stream()
                .flatMap(match -> match.matched().stream()
                        .map(field -> new AlertReason(witness.id(), match.rule(), plan.title(match.rule()), field)));
    }
}
