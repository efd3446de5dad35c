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
import io.weir.match.RuleMatch;
import io.weir.rule.CorrelationRule;
import io.weir.rule.RuleHeader;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes alerts: from one matched event, or from the events of a sequence. */
final class AlertMaker {

    private final CorrelationPlan plan;

    AlertMaker(CorrelationPlan plan) {
        this.plan = plan;
    }

    /**
     * An event with the lineage of the processes that it names.
     *
     * @param lineage see {@link Lineage}
     */
    record Witness(MatchedEvent event, List<Lineage> lineage) {

        String id() {
            return event.event().identity().id();
        }
    }

    /** The alert of a single rule. */
    Alert single(RuleHeader rule, RuleMatch match, Witness witness) {
        var matched = new MatchedEvent(witness.event().event(), List.of(match));
        return alert(rule, Map.of(), List.of(new Witness(matched, witness.lineage())));
    }

    /**
     * The alert of a correlation.
     *
     * @param group what its events share, by field
     * @param witnesses the events in the order of the steps, with the matches that the correlation asks for
     */
    Alert correlated(CorrelationRule rule, Map<String, String> group, List<Witness> witnesses) {
        return alert(rule.header(), group, witnesses);
    }

    /** The group-by values by field, as an alert shows them. */
    static Map<String, String> group(CorrelationRule rule, List<String> values) {
        var group = new TreeMap<String, String>();
        for (int i = 0; i < values.size(); i++) {
            group.put(rule.groupBy().get(i), values.get(i));
        }
        return group;
    }

    private Alert alert(RuleHeader rule, Map<String, String> group, List<Witness> witnesses) {
        var events = witnesses.stream().map(Witness::id).toList();
        var facts = witnesses.stream().map(witness -> witness.event().event()).toList();
        return new Alert(
                AlertId.of(rule.id(), new TreeMap<>(group), events),
                AlertRule.of(rule),
                facts.get(facts.size() - 1).host().name(),
                times(facts).min(Comparator.comparingLong(Stamp::micros)).orElse(Stamp.NONE),
                times(facts).max(Comparator.comparingLong(Stamp::micros)).orElse(Stamp.NONE),
                group,
                facts.stream()
                        .map(event -> new AlertEvent(event.identity().id(), event.time(), event.fields()))
                        .toList(),
                List.copyOf(new LinkedHashSet<>(witnesses.stream()
                        .flatMap(witness -> witness.lineage().stream())
                        .toList())),
                witnesses.stream().flatMap(this::reasons).toList());
    }

    private static Stream<Stamp> times(List<EventFacts> events) {
        return events.stream().map(EventFacts::time).filter(Stamp::isKnown);
    }

    private Stream<AlertReason> reasons(Witness witness) {
        return witness.event().matches().stream()
                .flatMap(match -> match.matched().stream()
                        .map(field -> new AlertReason(witness.id(), match.rule(), plan.title(match.rule()), field)));
    }
}
