package io.weir.correlate;

import static java.util.Comparator.comparing;

import io.weir.alert.Alert;
import io.weir.alert.AlertJson;
import io.weir.alert.Lineage.End;
import io.weir.event.EventIdentity;
import io.weir.event.HostId;
import io.weir.event.ProcessFacts;
import io.weir.event.Stamp;
import io.weir.incident.IncidentMember;
import io.weir.incident.PlainIncidents;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second, slow reading of the contracts: given all events at once, sorted, which alerts stand. It shares with the correlators only how an
 * alert is written. What makes an alert in a group is {@link PlainGroup}'s to say.
 */
final class PlainJudge {

    private final RuleSet rules;
    private final CorrelationPlan plan;
    private final AlertMaker alerts;
    private final Map<String, MatchedEvent> events = new TreeMap<>();
    private final PlainProcesses processes;
    private final List<MatchedEvent> things;
    private final List<Witness> chained = new ArrayList<>();
    private final List<IncidentMember> members = new ArrayList<>();

    PlainJudge(RuleSet rules, Horizons horizons, Collection<MatchedEvent> delivered) {
        this.rules = rules;
        this.plan = new CorrelationPlan(rules, horizons.emission());
        this.alerts = new AlertMaker(plan);
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
        this.processes = new PlainProcesses(
                horizons,
                events.values().stream()
                        .filter(event -> correlates(event.event()))
                        .toList());
        this.things = processes.things();
    }

    Map<String, String> standing() {
        var standing = new TreeMap<String, String>();
        events.values().stream().filter(event -> !correlates(event.event())).forEach(event -> single(event, standing));
        things.forEach(event -> single(event, standing));
        rules.correlations().stream()
                .sorted(comparing(rule -> rules.stage(rule.header().id())))
                .forEach(rule -> correlated(rule, standing));
        return standing;
    }

    private void single(MatchedEvent event, Map<String, String> standing) {
        for (var match : event.matches()) {
            if (rules.alertsAlone(match.rule())) {
                var header = rules.rule(match.rule()).orElseThrow().header();
                var alert = alerts.single(header, match, witness(event));
                standing.put(alert.id(), AlertJson.body(alert));
                members.addAll(PlainTies.of(alert, List.of(witness(event))));
            }
        }
    }

    /** The bodies of the incidents of the alerts that {@link #standing} has found, by id. */
    Map<String, String> incidents() {
        return PlainIncidents.of(members, JobRun.BOUNDS);
    }

    private Witness witness(MatchedEvent event) {
        return Witness.ofEvent(event, ancestry(event.event()).lineage(event.event()));
    }

    private static boolean correlates(EventFacts event) {
        return !event.arrival().isKnown()
                || event.time().micros() - event.arrival().micros() <= 300_000_000L;
    }

    private Ancestry ancestry(EventFacts event) {
        return correlates(event) ? processes.ancestry(event) : Ancestry.UNKNOWN;
    }

    private void correlated(CorrelationRule rule, Map<String, String> standing) {
        var condition = new PlainCondition(rule);
        var owners = owners(condition);
        var groups = new TreeMap<String, PlainGroup>();
        for (var event : things) {
            for (var process : processes(rule, event)) {
                if (process.isEmpty() || owners.contains(event.event().host() + process)) {
                    join(condition, witness(event), process, groups);
                }
            }
        }
        if (rule.link() == Link.NONE) {
            chained.forEach(alert -> join(condition, alert, "", groups));
        }
        groups.values().forEach(group -> group.evidence().forEach(found -> alert(rule, group, found, standing)));
    }

    private void alert(CorrelationRule rule, PlainGroup group, PlainGroup.Found found, Map<String, String> standing) {
        var correlation = plan.correlation(group.meaning()).orElseThrow();
        var witnesses = found.evidence().stream().map(PlainGroup.Seen::witness).toList();
        var alert = alerts.correlated(correlation, group.shown(), witnesses, found.measured());
        if (rules.alertsAlone(rule.header().id())) {
            standing.put(alert.id(), AlertJson.body(alert));
            members.addAll(PlainTies.of(alert, witnesses));
        }
        chained.add(asEvent(rule, alert, witnesses));
    }

    /** What a correlation that refers to this one sees: id, time, host, the group's values, and what all its events have in common. */
    private Witness asEvent(CorrelationRule rule, Alert alert, List<Witness> witnesses) {
        var shown = AlertMaker.shown(witnesses);
        var fields = new TreeMap<String, String>();
        for (var name : shown.get(0).event().event().fields().keySet()) {
            var values = new HashSet<String>();
            shown.forEach(witness -> values.add(
                    String.valueOf(witness.event().event().fields().get(name)).toLowerCase(Locale.ROOT)));
            if (values.size() == 1) {
                fields.put(name, shown.get(0).event().event().fields().get(name));
            }
        }
        alert.group().forEach((name, value) -> {
            if (!value.equals(fields.getOrDefault(name, "").toLowerCase(Locale.ROOT))) {
                fields.put(name, value);
            }
        });
        var facts = new EventFacts(
                new EventIdentity(alert.id(), alert.id()),
                new HostId(alert.host()),
                alert.last(),
                Stamp.NONE,
                "",
                -1,
                ProcessFacts.NONE,
                fields);
        var meaning = plan.correlations().stream()
                .filter(one -> one.id().equals(rule.header().id()))
                .findFirst()
                .orElseThrow()
                .meaning();
        var match = new RuleMatch(rule.header().id(), meaning, List.of());
        return new Witness(new MatchedEvent(facts, List.of(match)), List.of(), shown);
    }

    /** The processes whose group the event may join; one empty name where the correlation has no link. */
    private List<String> processes(CorrelationRule rule, MatchedEvent event) {
        var own = processes.process(event.event());
        return switch (rule.link()) {
            case NONE -> List.of("");
            case PROCESS -> own.isEmpty() ? List.of() : List.of(own);
            case PROCESS_TREE -> own.isEmpty() ? List.of() : processesUp(event, own);
        };
    }

    private List<String> processesUp(MatchedEvent event, String own) {
        var ancestry = ancestry(event.event());
        var all = new ArrayList<>(List.of(own));
        ancestry.starts().stream().map(PlainProcesses::name).forEach(all::add);
        if (ancestry.end() != End.BOUND) {
            all.add(ancestry.next());
        }
        return all.stream().filter(guid -> !guid.isEmpty()).distinct().toList();
    }

    /** The processes that have groups of their own: an event of theirs may be a beginning. */
    private Set<String> owners(PlainCondition condition) {
        var owners = new HashSet<String>();
        for (var event : things) {
            var steps = condition.rule().steps();
            for (int step = 0; step < steps.size(); step++) {
                var asked = steps.get(step).rule();
                if (condition.mayBegin(step)
                        && event.matches().stream()
                                .anyMatch(match -> match.rule().equals(asked))) {
                    owners.add(event.event().host() + processes.process(event.event()));
                }
            }
        }
        return owners;
    }

    private void join(PlainCondition condition, Witness witness, String process, Map<String, PlainGroup> groups) {
        var rule = condition.rule();
        var event = witness.event();
        var steps = new TreeMap<String, Set<Integer>>();
        var shown = new TreeMap<String, Map<String, String>>();
        var values = new TreeMap<String, List<String>>();
        for (int step = 0; step < rule.steps().size(); step++) {
            var asked = rule.steps().get(step).rule();
            var group = groupOf(rule, asked, event, process);
            var value = PlainValue.of(rule, asked, event);
            if (event.matches().stream().anyMatch(match -> match.rule().equals(asked))
                    && group.isPresent()
                    && value.isPresent()) {
                var key = (rule.link() == Link.NONE ? "" : event.event().host().name()) + group.get();
                shown.put(key, group.get());
                values.putIfAbsent(key, value.get());
                steps.computeIfAbsent(key, k -> new TreeSet<>()).add(step);
            }
        }
        var meaning = plan.correlations().stream()
                .filter(one -> one.id().equals(rule.header().id()))
                .findFirst()
                .orElseThrow();
        shown.forEach((key, group) -> groups.computeIfAbsent(
                        key, k -> new PlainGroup(condition, meaning.meaning(), group, process))
                .add(seen(
                        rule,
                        witness,
                        process,
                        steps.getOrDefault(key, new TreeSet<>()),
                        values.getOrDefault(key, List.of()))));
    }

    private Optional<Map<String, String>> groupOf(
            CorrelationRule rule, String asked, MatchedEvent event, String process) {
        var group = new TreeMap<String, String>();
        for (var field : rule.groupBy()) {
            var value = event.event().fields().get(rule.fieldOf(asked, field));
            if (value == null) {
                return Optional.empty();
            }
            group.put(field, value.toLowerCase(Locale.ROOT));
        }
        if (!process.isEmpty()) {
            group.put("process", process);
        }
        return Optional.of(group);
    }

    private PlainGroup.Seen seen(
            CorrelationRule rule, Witness witness, String process, Set<Integer> steps, List<String> value) {
        var event = witness.event();
        var time = event.event().time();
        boolean moved = false;
        if (rule.link() != Link.NONE) {
            for (var start : ancestry(event.event()).starts()) {
                boolean itself = start.identity().equals(event.event().identity());
                if (!itself && start.time().micros() >= time.micros()) {
                    boolean equal = moved && start.time().micros() == time.micros();
                    time = equal ? coarser(time, start.time()) : start.time();
                    moved = true;
                }
                if (PlainProcesses.name(start).equals(process)) {
                    break;
                }
            }
        }
        var asked = event.matches().stream()
                .filter(match ->
                        rule.steps().stream().anyMatch(step -> step.rule().equals(match.rule())))
                .toList();
        var shown = new Witness(new MatchedEvent(event.event(), asked), witness.lineage(), witness.evidence());
        var named = rule.link() == Link.NONE ? event.event().process().guid() : processes.process(event.event());
        return new PlainGroup.Seen(shown, named, time, moved, steps, value);
    }

    private static Stamp coarser(Stamp one, Stamp other) {
        return one.precisionMicros() > other.precisionMicros() ? one : other;
    }
}
