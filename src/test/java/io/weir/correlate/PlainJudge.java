package io.weir.correlate;

import static java.util.Comparator.comparing;

import io.weir.alert.AlertJson;
import io.weir.alert.Lineage.End;
import io.weir.correlate.AlertMaker.Witness;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A second, slow reading of the contracts: given all events at once, sorted, which alerts stand. It shares with the correlators only how an
 * alert is written.
 */
final class PlainJudge {

    private final RuleSet rules;
    private final Horizons horizons;
    private final AlertMaker alerts;
    private final Map<String, MatchedEvent> events = new TreeMap<>();

    PlainJudge(RuleSet rules, Horizons horizons, Collection<MatchedEvent> delivered) {
        this.rules = rules;
        this.horizons = horizons;
        this.alerts = new AlertMaker(new CorrelationPlan(rules));
        delivered.forEach(event -> events.merge(
                event.event().identity().id(),
                event,
                (one, other) -> one.event()
                                        .identity()
                                        .contentHash()
                                        .compareTo(other.event().identity().contentHash())
                                <= 0
                        ? one
                        : other));
    }

    Map<String, String> standing() {
        var standing = new TreeMap<String, String>();
        events.values().forEach(event -> single(event, standing));
        rules.correlations().forEach(rule -> correlated(rule, standing));
        return standing;
    }

    private void single(MatchedEvent event, Map<String, String> standing) {
        for (var match : event.matches()) {
            if (rules.alertsAlone(match.rule())) {
                var header = rules.rule(match.rule()).orElseThrow().header();
                var alert = alerts.single(header, match, witness(event));
                standing.put(alert.id(), AlertJson.body(alert));
            }
        }
    }

    private Witness witness(MatchedEvent event) {
        return new Witness(event, ancestry(event.event()).lineage(event.event()));
    }

    private static boolean correlates(EventFacts event) {
        return !event.arrival().isKnown()
                || event.time().micros() - event.arrival().micros() <= 300_000_000L;
    }

    private Ancestry ancestry(EventFacts event) {
        if (!correlates(event)) {
            return Ancestry.UNKNOWN;
        }
        var chain = new ArrayList<EventFacts>();
        var guid = event.process().guid();
        var seen = new HashSet<String>();
        while (!guid.isEmpty()) {
            if (!seen.add(guid)) {
                return new Ancestry(chain, guid, End.BOUND);
            }
            var start = start(guid, event);
            if (start.isEmpty()) {
                return new Ancestry(chain, guid, End.MISSING);
            }
            chain.add(start.get());
            guid = start.get().process().parentGuid();
        }
        return new Ancestry(chain, "", End.ROOT);
    }

    private Optional<EventFacts> start(String guid, EventFacts seenFrom) {
        long reach = horizons.lineage().toMillis() * 1_000;
        return events.values().stream()
                .map(MatchedEvent::event)
                .filter(event -> event.process().life() == Life.START && correlates(event))
                .filter(event ->
                        event.process().guid().equals(guid) && event.host().equals(seenFrom.host()))
                .filter(event ->
                        Math.abs(event.time().micros() - seenFrom.time().micros()) <= reach)
                .min(comparing((EventFacts event) -> event.time().micros())
                        .thenComparing(event -> event.identity().id()));
    }

    /** One event as one group sees it: its time, and whether a cause has moved it. */
    private record Seen(MatchedEvent event, Stamp time, boolean moved, List<Integer> steps) {
        String id() {
            return event.event().identity().id();
        }
    }

    private void correlated(CorrelationRule rule, Map<String, String> standing) {
        var groups = new TreeMap<String, List<Seen>>();
        var shown = new TreeMap<String, Map<String, String>>();
        for (var event : events.values()) {
            if (!correlates(event.event())) {
                continue;
            }
            for (var process : processes(rule, event)) {
                var group = groupOf(rule, event, process);
                var steps = steps(rule, event, process);
                if (group.isPresent() && !steps.isEmpty()) {
                    var key = event.event().host().name() + group.get();
                    var groupKey = rule.link() == Link.NONE ? group.get().toString() : key;
                    groups.computeIfAbsent(groupKey, k -> new ArrayList<>()).add(seen(rule, event, process, steps));
                    shown.put(groupKey, group.get());
                }
            }
        }
        groups.forEach((key, seen) -> alerts(rule, shown.getOrDefault(key, Map.of()), seen, standing));
    }

    /** The processes whose group the event may join; one empty name where the correlation has no link. */
    private List<String> processes(CorrelationRule rule, MatchedEvent event) {
        var own = event.event().process().guid();
        return switch (rule.link()) {
            case NONE -> List.of("");
            case PROCESS -> own.isEmpty() ? List.of() : List.of(own);
            case PROCESS_TREE -> own.isEmpty() ? List.of() : processesUp(event, own);
        };
    }

    private List<String> processesUp(MatchedEvent event, String own) {
        var ancestry = ancestry(event.event());
        var all = new ArrayList<>(List.of(own));
        ancestry.starts().stream().map(start -> start.process().parentGuid()).forEach(all::add);
        return all.stream().filter(guid -> !guid.isEmpty()).distinct().toList();
    }

    private Optional<Map<String, String>> groupOf(CorrelationRule rule, MatchedEvent event, String process) {
        var group = new TreeMap<String, String>();
        for (var field : rule.groupBy()) {
            var value = event.event().fields().get(field);
            if (value == null) {
                return Optional.empty();
            }
            group.put(field, value.toLowerCase(java.util.Locale.ROOT));
        }
        if (!process.isEmpty()) {
            group.put("process", process);
        }
        return Optional.of(group);
    }

    private List<Integer> steps(CorrelationRule rule, MatchedEvent event, String process) {
        var steps = new ArrayList<Integer>();
        boolean own = event.event().process().guid().equals(process);
        for (int step = 0; step < rule.steps().size(); step++) {
            var asked = rule.steps().get(step).rule();
            boolean matches =
                    event.matches().stream().anyMatch(match -> match.rule().equals(asked));
            if (matches && (rule.link() == Link.NONE || own || step > 0)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private Seen seen(CorrelationRule rule, MatchedEvent event, String process, List<Integer> steps) {
        var time = event.event().time();
        boolean moved = false;
        if (rule.link() != Link.NONE) {
            for (var start : ancestry(event.event()).starts()) {
                boolean itself = start.identity().equals(event.event().identity());
                if (!itself && start.time().micros() >= time.micros()) {
                    time = start.time();
                    moved = true;
                }
                if (start.process().guid().equals(process)) {
                    break;
                }
            }
        }
        return new Seen(event, time, moved, steps);
    }

    private void alerts(
            CorrelationRule rule, Map<String, String> group, List<Seen> seen, Map<String, String> standing) {
        long timespan = rule.timespan().micros();
        int last = rule.steps().size() - 1;
        Comparator<Seen> order = comparing((Seen one) -> one.time().micros()).thenComparing(Seen::id);
        var sorted = seen.stream().sorted(order).toList();
        long start = 0;
        long trueUntil = 0;
        long slot = -1;
        for (var completing : sorted) {
            var sequence = completing.steps().contains(last)
                    ? latest(sorted, completing, last, completing.time().micros() - timespan)
                    : Optional.<List<Seen>>empty();
            if (sequence.isEmpty()) {
                continue;
            }
            long now = completing.time().micros();
            boolean fresh = slot < 0 || now - trueUntil > timespan;
            long reached = fresh ? 0 : (now - start) / timespan;
            if (fresh || reached > slot) {
                var witnesses = sequence.get().stream()
                        .map(one -> witness(asked(rule, one.event())))
                        .toList();
                var alert = alerts.correlated(rule, group, witnesses);
                standing.put(alert.id(), AlertJson.body(alert));
            }
            start = fresh ? now : start;
            slot = fresh ? 0 : Math.max(slot, reached);
            long until = Math.max(now, sequence.get().get(0).time().micros() + timespan);
            trueUntil = fresh ? until : Math.max(trueUntil, until);
        }
    }

    private static MatchedEvent asked(CorrelationRule rule, MatchedEvent event) {
        return new MatchedEvent(
                event.event(),
                event.matches().stream()
                        .filter(match -> rule.steps().stream()
                                .anyMatch(step -> step.rule().equals(match.rule())))
                        .toList());
    }

    /** By trying everything: of all sequences that end with the event, the one whose events, from the last backward, are the latest. */
    private static Optional<List<Seen>> latest(List<Seen> sorted, Seen end, int step, long oldest) {
        if (step == 0) {
            return Optional.of(List.of(end));
        }
        for (int i = sorted.size() - 1; i >= 0; i--) {
            var candidate = sorted.get(i);
            if (candidate.steps().contains(step - 1) && candidate.time().micros() >= oldest && before(candidate, end)) {
                var head = latest(sorted, candidate, step - 1, oldest);
                if (head.isPresent()) {
                    var whole = new ArrayList<>(head.get());
                    whole.add(end);
                    return Optional.of(whole);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean before(Seen one, Seen other) {
        if (one.id().equals(other.id())) {
            return false;
        }
        long unit = Math.max(one.time().precisionMicros(), other.time().precisionMicros());
        long first = Math.floorDiv(one.time().micros(), unit);
        long second = Math.floorDiv(other.time().micros(), unit);
        return first == second ? tied(one, other) : first < second;
    }

    private static boolean tied(Seen one, Seen other) {
        var a = one.event().event();
        var b = other.event().event();
        boolean startA = a.process().life() == Life.START;
        boolean startB = b.process().life() == Life.START;
        if (!a.process().guid().isEmpty()
                && a.process().guid().equals(b.process().guid())
                && startA != startB) {
            return startA;
        }
        boolean sameSource = a.channel().equals(b.channel()) && a.host().equals(b.host());
        if (sameSource && !one.moved() && !other.moved() && a.recordNumber() >= 0 && b.recordNumber() >= 0) {
            return a.recordNumber() < b.recordNumber();
        }
        return true;
    }
}
