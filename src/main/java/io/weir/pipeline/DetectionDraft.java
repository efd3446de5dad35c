package io.weir.pipeline;

import io.weir.rule.Condition;
import io.weir.rule.ContentHash;
import io.weir.rule.Detection;
import io.weir.rule.DetectionRule;
import io.weir.rule.EventSource;
import io.weir.rule.LogSource;
import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A detection rule while pipelines work on it.
 *
 * @param selections by name, in order
 * @param conditions over those names
 */
record DetectionDraft(
        Preamble preamble,
        LogSource logSource,
        List<EventSource> sources,
        Map<String, Node> selections,
        List<Condition> conditions)
        implements RuleDraft {

    DetectionDraft {
        sources = List.copyOf(sources);
        selections = Collections.unmodifiableMap(selections);
        conditions = List.copyOf(conditions);
    }

    static DetectionDraft of(DetectionRule rule) {
        var selections = new LinkedHashMap<String, Node>();
        rule.detection().selections().forEach((name, selection) -> selections.put(name, Node.of(selection)));
        return new DetectionDraft(
                Preamble.of(rule.header()),
                rule.logSource(),
                rule.sources(),
                selections,
                rule.detection().conditions());
    }

    DetectionDraft with(Preamble other) {
        return new DetectionDraft(other, logSource, sources, selections, conditions);
    }

    DetectionDraft with(LogSource other) {
        return new DetectionDraft(preamble, other, sources, selections, conditions);
    }

    DetectionDraft with(EventSource more) {
        var all = new ArrayList<>(sources);
        all.add(more);
        return new DetectionDraft(preamble, logSource, all, selections, conditions);
    }

    DetectionDraft with(Map<String, Node> otherSelections, List<Condition> otherConditions) {
        return new DetectionDraft(preamble, logSource, sources, otherSelections, otherConditions);
    }

    /** The rule with each of its items changed. */
    DetectionDraft map(Node.Change change) throws Unfit {
        var changed = new LinkedHashMap<String, Node>();
        var counting = Bounds.counting(change);
        for (var selection : selections.entrySet()) {
            changed.put(selection.getKey(), selection.getValue().map(counting));
        }
        return with(changed, conditions);
    }

    /** Whether nothing is left of any condition, since the items are gone that it was about. */
    boolean isEmpty() {
        var left = new HashSet<String>();
        selections.forEach((name, selection) -> {
            if (selection.items().findAny().isPresent()) {
                left.add(name);
            }
        });
        return Leftover.of(conditions, left).isEmpty();
    }

    @Override
    public List<LogSource> logSources() {
        return List.of(logSource);
    }

    @Override
    public Stream<Item> items() {
        return selections.values().stream().flatMap(Node::items);
    }

    @Override
    public boolean isCorrelation() {
        return false;
    }

    /** The rule that this became: the one given where nothing of it has changed, else one with a hash of its own. */
    DetectionRule raised(DetectionRule from) {
        var raised = new DetectionRule(preamble.raised(), logSource, sources, detection());
        return raised.equals(from) ? from : ContentHash.rehashed(raised);
    }

    private Detection detection() {
        var left = new LinkedHashMap<String, Selection>();
        for (var selection : selections.entrySet()) {
            selection.getValue().raised().ifPresent(raised -> left.put(selection.getKey(), raised));
        }
        return new Detection(left, Leftover.of(conditions, left.keySet()));
    }
}
