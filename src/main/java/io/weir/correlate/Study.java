package io.weir.correlate;

import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.correlate.Inquest.Attempt;
import io.weir.correlate.Inquest.Observed;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.RuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The groups of one correlation with all that came to them, as the engine places it where nothing is late or forgotten. */
final class Study {

    /** Of a group with more events only the earliest are looked at. */
    private static final int MOST_IN_GROUP = 2_000;

    static final Comparator<Attempt> NEAREST = Comparator.<Attempt>comparingDouble(
                    attempt -> -attempt.shortfall().nearness())
            .thenComparing(attempt -> new TreeMap<>(attempt.group()).toString());

    private final Correlation correlation;
    private final List<Observed> observed;
    private final List<Observed> inner;
    private final CorrelationRun run;
    private final HostRules hostRules;
    private final Map<String, Witness> witnesses = new HashMap<>();
    private final Map<Place, List<Placed>> places = new LinkedHashMap<>();

    /** A group of a host, or of all hosts, whose name is then empty. */
    private record Place(String host, LinkedGroup group) {}

    private Study(
            Correlation correlation,
            HostRules hostRules,
            CorrelationRun run,
            List<Observed> observed,
            List<Observed> inner) {
        this.correlation = correlation;
        this.hostRules = hostRules;
        this.run = run;
        this.observed = observed;
        this.inner = inner;
    }

    static Study of(RuleSet rules, CorrelationRule rule, Horizons horizons, List<Observed> observed) {
        var hostRules = new HostRules(rules, new Horizons(horizons.lateness(), horizons.lineage()));
        var correlation = hostRules.plan().correlations().stream()
                .filter(one -> one.id().equals(rule.header().id()))
                .findFirst()
                .orElseThrow();
        var run = new CorrelationRun(rules, hostRules.horizons());
        inTime(observed).forEach(run::observe);
        run.settle();
        var inner = InnerAlerts.of(rules, rule, hostRules.horizons(), inTime(observed)).stream()
                .map(alert -> new Observed(alert, Fate.CORRELATED, 0))
                .toList();
        var study = new Study(correlation, hostRules, run, observed, inner);
        study.gather();
        return study;
    }

    private static Stream<MatchedEvent> inTime(List<Observed> observed) {
        return observed.stream().filter(one -> one.fate() != Fate.LATE).map(Observed::event);
    }

    private void gather() {
        if (correlation.isLinked()) {
            run.hosts().forEach(this::gatherLinked);
        } else {
            run.groups(correlation.meaning()).forEach(this::gather);
        }
    }

    private void gather(GroupMatch match) {
        var facts = match.witness().event().event();
        witnesses.put(match.witness().id(), match.witness());
        Optional.ofNullable(correlation.groups(match.witness().event()).get(match.values()))
                .ifPresent(share -> place(
                        new Place("", new LinkedGroup(correlation.meaning(), "", match.values())),
                        correlation.place(facts, facts.process().guid(), facts.time(), facts.recordNumber(), share)));
    }

    private void gatherLinked(String host, InMemoryHost memory) {
        var view = new HostView(hostRules, memory);
        for (var id : memory.eventIds()) {
            view.of(id).ifPresent(consequences -> {
                witnesses.put(id, consequences.witness());
                consequences.places().forEach((group, placed) -> {
                    if (group.meaning().equals(correlation.meaning())) {
                        place(new Place(host, group), placed);
                    }
                });
            });
        }
    }

    private void place(Place place, Placed placed) {
        places.computeIfAbsent(place, key -> new ArrayList<>()).add(placed);
    }

    Collection<Gathered> groups() {
        return places.entrySet().stream()
                .map(entry -> new Gathered(
                        Gathered.Name.of(
                                correlation.rule(),
                                entry.getKey().host(),
                                shown(entry.getKey().group())),
                        entry.getKey().group().process(),
                        entry.getValue().stream()
                                .sorted(Placed.ORDER)
                                .limit(MOST_IN_GROUP)
                                .toList()))
                .toList();
    }

    private Map<String, String> shown(LinkedGroup group) {
        var shown = new TreeMap<>(AlertMaker.group(correlation, group.values()));
        if (correlation.isLinked()) {
            shown.put("process", group.process());
        }
        return shown;
    }

    /** What the group lacks, or none where it lacks nothing. */
    Optional<Attempt> assess(Gathered group) {
        return Assessment.of(correlation, group)
                .map(assessed -> new Attempt(
                        group.name().shown(),
                        assessed.shortfall(),
                        assessed.events().stream().map(this::sighting).toList()));
    }

    private Sighting sighting(Placed placed) {
        var witness = witnesses.get(placed.event());
        if (witness == null) {
            throw new IllegalStateException("an event that was placed was seen: " + placed.event());
        }
        return Sighting.of(
                witness.event().event(),
                placed.steps().stream()
                        .map(step -> correlation.rule().steps().get(step).rule())
                        .toList());
    }

    /** How many matches of each rule came in, by its id, in the order of the correlation. */
    Map<String, Integer> matched() {
        var counts = new LinkedHashMap<String, Integer>();
        correlation.rule().steps().stream().map(RuleReference::rule).forEach(rule -> counts.put(rule, 0));
        Stream.concat(observed.stream(), inner.stream())
                .filter(one -> one.fate() != Fate.DUPLICATE)
                .flatMap(one -> one.event().matches().stream())
                .forEach(match -> counts.computeIfPresent(match.rule(), (rule, count) -> count + 1));
        return counts;
    }

    /** What came to no group, and why. */
    List<KeptOut> keptOut(int noRoom) {
        var all = Stream.concat(observed.stream(), inner.stream()).toList();
        return new Exclusion(correlation, all, places.values(), witnesses, matched()).list(noRoom);
    }
}
