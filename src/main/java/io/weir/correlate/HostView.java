package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from one event as its host knows it at a moment: its lineage, its own alerts, and its places in groups. What was asked is not looked for again: after a
 * change of the host there has to be another view.
 */
final class HostView {

    private final HostRules rules;
    private final HostMemory memory;
    private final HostReader reader;
    private final Twins twins;
    private final LifeSpans lives;
    private final ProcessTree tree;
    private final Ownership ownership;
    private final LinkedPlaces places;

    HostView(HostRules rules, HostMemory memory) {
        this.rules = rules;
        this.memory = memory;
        this.reader = new HostReader(memory);
        this.twins = new Twins(reader);
        this.lives = new LifeSpans(reader, twins);
        this.tree = new ProcessTree(reader, lives, rules.horizons().lineageMicros());
        this.ownership = new Ownership(reader, twins, lives, tree);
        this.places = new LinkedPlaces(rules.plan(), ownership);
    }

    HostReader reader() {
        return reader;
    }

    Twins twins() {
        return twins;
    }

    LifeSpans lives() {
        return lives;
    }

    ProcessTree tree() {
        return tree;
    }

    Ownership ownership() {
        return ownership;
    }

    /**
     * What follows from one event.
     *
     * @param witness the event and its lineage
     * @param alerts of single rules
     * @param groupMatches of correlations that are not linked, by group key
     * @param places in linked groups
     */
    record Consequences(
            Witness witness,
            List<Alert> alerts,
            Map<String, GroupMatch> groupMatches,
            SortedMap<LinkedGroup, Placed> places) {}

    /** What follows from the event of that id, or none where it is not there, another one speaks for it, or no rule matches it. */
    Optional<Consequences> of(String id) {
        var event = memory.event(id);
        if (event.isEmpty()) {
            return Optional.empty();
        }
        if (HostRules.isQuarantined(event.get().event())) {
            return Optional.of(ofUncorrelated(event.get()));
        }
        var speaking = speaking(event.get());
        return speaking.isEmpty() || speaking.get().matches().isEmpty()
                ? Optional.empty()
                : Optional.of(of(speaking.get()));
    }

    private Optional<MatchedEvent> speaking(MatchedEvent event) {
        return twins.speaker(event).equals(event) ? Optional.of(twins.merged(event)) : Optional.empty();
    }

    private Consequences of(MatchedEvent event) {
        var ancestry = tree.ancestry(event.event());
        var witness = Witness.ofEvent(event, ancestry.lineage(event.event()));
        return new Consequences(witness, alerts(witness), groupMatches(witness), places.of(event, ancestry));
    }

    /** What follows from an event that correlates with nothing: its own alerts, with what it says itself of its process. */
    Consequences ofUncorrelated(MatchedEvent event) {
        var witness = Witness.ofEvent(event, Ancestry.UNKNOWN.lineage(event.event()));
        return new Consequences(witness, alerts(witness), Map.of(), new TreeMap<>());
    }

    /** The event of that id with its lineage. */
    Optional<Witness> witness(String id) {
        return memory.event(id)
                .flatMap(this::speaking)
                .map(event ->
                        Witness.ofEvent(event, tree.ancestry(event.event()).lineage(event.event())));
    }

    private List<Alert> alerts(Witness witness) {
        var alerts = new ArrayList<Alert>();
        for (var match : witness.event().matches()) {
            var rule = rules.alertingAlone(match);
            if (rule.isPresent()) {
                alerts.add(rules.alerts().single(rule.get(), match, witness));
            }
        }
        return alerts;
    }

    private Map<String, GroupMatch> groupMatches(Witness witness) {
        var matches = new TreeMap<String, GroupMatch>();
        rules.plan().groupMatches(witness).forEach(match -> matches.put(match.key(), match));
        return matches;
    }
}
