package io.weir.correlate;

import io.weir.alert.AlertId;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.Link;
import io.weir.rule.RuleHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The correlations of a rule set, looked up by what an event matched.
 *
 * <p>State outlives a rule set. So groups go by the <em>meaning</em> of a correlation, which is its id with a hash of its own content and that of
 * the rules it refers to, and a match counts only while its rule means what it meant when it matched.
 */
final class CorrelationPlan {

    private final Map<String, CorrelationRule> byMeaning = new TreeMap<>();
    private final Map<String, String> meanings = new TreeMap<>();
    private final Map<String, Set<String>> byReference = new TreeMap<>();
    private final Map<String, RuleHeader> detections = new TreeMap<>();

    CorrelationPlan(RuleSet rules) {
        rules.detections().forEach(rule -> detections.put(rule.header().id(), rule.header()));
        for (var rule : rules.correlations()) {
            var meaning = meaningOf(rule);
            byMeaning.put(meaning, rule);
            meanings.put(rule.header().id(), meaning);
            rule.steps()
                    .forEach(step -> byReference
                            .computeIfAbsent(step.rule(), reference -> new TreeSet<>())
                            .add(meaning));
        }
    }

    private String meaningOf(CorrelationRule rule) {
        var hashes = rule.steps().stream()
                .flatMap(step -> Optional.ofNullable(detections.get(step.rule())).stream())
                .map(RuleHeader::hash)
                .toList();
        return AlertId.of(rule.header().id(), Map.of("hash", rule.header().hash()), hashes);
    }

    /** What the groups of the correlation go by. */
    String meaning(CorrelationRule rule) {
        return meanings.getOrDefault(rule.header().id(), "");
    }

    /** The correlation of that meaning, if it is in force. */
    Optional<CorrelationRule> correlation(String meaning) {
        return Optional.ofNullable(byMeaning.get(meaning));
    }

    /** The title of a detection rule, or empty where it is no more in force. */
    String title(String rule) {
        var header = detections.get(rule);
        return header == null ? "" : header.title();
    }

    /** The rule of the match, if it is in force and means what it meant then. */
    Optional<RuleHeader> inForce(RuleMatch match) {
        return Optional.ofNullable(detections.get(match.rule()))
                .filter(rule -> rule.hash().equals(match.hash()));
    }

    /** The correlations that ask for a match of the event, in a fixed order. */
    List<CorrelationRule> askingFor(MatchedEvent event) {
        var asking = new TreeSet<String>();
        event.matches().stream()
                .filter(match -> inForce(match).isPresent())
                .forEach(match -> asking.addAll(byReference.getOrDefault(match.rule(), Set.of())));
        return asking.stream().flatMap(meaning -> correlation(meaning).stream()).toList();
    }

    /** The longest reach of a linked correlation's history, in microseconds. */
    long longestLinkedReach() {
        return byMeaning.values().stream()
                .filter(rule -> rule.link() != Link.NONE)
                .mapToLong(GroupHistory::reach)
                .max()
                .orElse(0);
    }

    /** The steps of the correlation that the event matches, counted from 0, rising. */
    static List<Integer> steps(CorrelationRule rule, MatchedEvent event) {
        var steps = new ArrayList<Integer>();
        for (int step = 0; step < rule.steps().size(); step++) {
            var asked = rule.steps().get(step).rule();
            if (event.matches().stream().anyMatch(match -> match.rule().equals(asked))) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The event with only the matches that the correlation asks for. */
    static MatchedEvent asAskedBy(CorrelationRule rule, MatchedEvent event) {
        return new MatchedEvent(event.event(), matches(rule, event));
    }

    /** The matches of the event that the correlation asks for. */
    static List<RuleMatch> matches(CorrelationRule rule, MatchedEvent event) {
        return event.matches().stream()
                .filter(match ->
                        rule.steps().stream().anyMatch(step -> step.rule().equals(match.rule())))
                .toList();
    }

    /**
     * The values of the group-by fields in the order of the rule, in lower case, since values compare without case; none where the event lacks
     * one of the fields and so joins no group.
     */
    static Optional<List<String>> groupValues(CorrelationRule rule, MatchedEvent event) {
        var values = new ArrayList<String>();
        for (var field : rule.groupBy()) {
            var value = event.event().fields().get(field);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value.toLowerCase(Locale.ROOT));
        }
        return Optional.of(values);
    }
}
