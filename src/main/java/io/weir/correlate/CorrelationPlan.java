package io.weir.correlate;

import io.weir.alert.AlertId;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.rule.CorrelationRule;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The correlations of a rule set, looked up by what an event matched.
 *
 * <p>State outlives a rule set. So groups go by the <em>meaning</em> of a correlation, which is its id with a hash of its own content and that of
 * the rules it refers to, and a match counts only while its rule means what it meant when it matched.
 */
final class CorrelationPlan {

    private static final Comparator<Correlation> IN_ORDER = Comparator.comparing(Correlation::meaning);

    private final Map<String, Correlation> byMeaning = new TreeMap<>();
    private final Map<String, List<Correlation>> byReference = new HashMap<>();

    /** Of each rule the linked correlations that its match alone gives a process a group of: asked some ten times an event. */
    private final Map<String, List<Correlation>> begunByReference = new HashMap<>();

    private final Map<String, RuleHeader> headers = new HashMap<>();
    private final Map<String, String> meanings = new HashMap<>();
    private final long longestReach;
    private final long longestLinkedReach;

    CorrelationPlan(RuleSet rules, Emission emission) {
        rules.detections().forEach(rule -> put(rule.header(), rule.header().hash()));
        var compiled = new Compiled(rules, emission, new HashMap<>(), new HashMap<>());
        rules.correlations().forEach(rule -> compiled.rules.put(rule.header().id(), rule));
        rules.correlations().forEach(rule -> put(compiled.of(rule)));
        byReference.forEach((rule, asking) -> begunByReference.put(
                rule,
                asking.stream()
                        .filter(one -> one.isLinked() && one.mayHaveGroupOf(rule))
                        .toList()));
        longestReach = longest(correlations().stream());
        longestLinkedReach = longest(correlations().stream().filter(Correlation::isLinked));
    }

    private void put(Correlation correlation) {
        put(correlation.rule().header(), correlation.meaning());
        byMeaning.put(correlation.meaning(), correlation);
        correlation
                .rule()
                .steps()
                .forEach(step -> byReference.merge(step.rule(), List.of(correlation), CorrelationPlan::merged));
    }

    private void put(RuleHeader header, String meaning) {
        headers.put(header.id(), header);
        meanings.put(header.id(), meaning);
    }

    /** Compiles each correlation once, after those that it refers to. */
    private record Compiled(
            RuleSet set, Emission emission, Map<String, CorrelationRule> rules, Map<String, Correlation> done) {

        Correlation of(CorrelationRule rule) {
            var known = done.get(rule.header().id());
            if (known != null) {
                return known;
            }
            var below = rule.steps().stream()
                    .map(step -> rules.get(step.rule()))
                    .filter(Objects::nonNull)
                    .map(this::of)
                    .toList();
            var made =
                    new Correlation(rule, meaning(rule), set.stage(rule.header().id()), emission, below);
            done.put(rule.header().id(), made);
            return made;
        }

        private String meaning(CorrelationRule rule) {
            var header = rule.header();
            return AlertId.of(
                    header.id(),
                    Map.of("hash", header.hash()),
                    rule.steps().stream().map(this::content).toList());
        }

        private String content(RuleReference step) {
            var correlation = done.get(step.rule());
            return correlation == null
                    ? set.rule(step.rule()).map(rule -> rule.header().hash()).orElse("")
                    : correlation.meaning();
        }
    }

    /** The correlations in force, in a fixed order. */
    Collection<Correlation> correlations() {
        return byMeaning.values();
    }

    /** The correlation of that meaning, if it is in force. */
    Optional<Correlation> correlation(String meaning) {
        return Optional.ofNullable(byMeaning.get(meaning));
    }

    /** The title of a rule, or empty where it is no more in force. */
    String title(String rule) {
        var header = headers.get(rule);
        return header == null ? "" : header.title();
    }

    /** The rule of the match, if it is in force and means what it meant then. */
    Optional<RuleHeader> inForce(RuleMatch match) {
        return match.hash().equals(meanings.get(match.rule()))
                ? Optional.ofNullable(headers.get(match.rule()))
                : Optional.empty();
    }

    /** The correlations that ask for a match of the event, in a fixed order. */
    List<Correlation> askingFor(MatchedEvent event) {
        var asking = List.<Correlation>of();
        for (var match : event.matches()) {
            var more = match.hash().equals(meanings.get(match.rule()))
                    ? byReference.getOrDefault(match.rule(), List.of())
                    : List.<Correlation>of();
            asking = asking.isEmpty() ? more : merged(asking, more);
        }
        return asking;
    }

    /** Those of them that are linked and give the event's process a group of its own. */
    List<Correlation> begunBy(MatchedEvent event) {
        var matches = event.matches();
        if (matches.size() != 1) {
            return matches.isEmpty() ? List.of() : begun(askingFor(event), event);
        }
        var match = matches.get(0);
        return match.hash().equals(meanings.get(match.rule()))
                ? begunByReference.getOrDefault(match.rule(), List.of())
                : List.of();
    }

    private static List<Correlation> begun(List<Correlation> asking, MatchedEvent event) {
        return asking.stream()
                .filter(one -> one.isLinked() && one.mayHaveGroupOf(event))
                .toList();
    }

    private static List<Correlation> merged(List<Correlation> some, List<Correlation> others) {
        return others.isEmpty()
                ? some
                : Stream.concat(some.stream(), others.stream())
                        .distinct()
                        .sorted(IN_ORDER)
                        .toList();
    }

    /** What the event or alert is to the groups of the correlations that are not linked, in a fixed order. */
    List<GroupMatch> groupMatches(Witness witness) {
        var matches = new ArrayList<GroupMatch>();
        var asking = askingFor(witness.event());
        for (int i = 0; i < asking.size(); i++) {
            var correlation = asking.get(i);
            if (!correlation.isLinked()) {
                for (var values : correlation.groups(witness.event()).keySet()) {
                    matches.add(new GroupMatch(correlation.meaning(), values, witness.asAskedBy(correlation), false));
                }
            }
        }
        return matches;
    }

    /** Whether other correlations refer to that one. */
    boolean isReferredTo(Correlation correlation) {
        return byReference.containsKey(correlation.id());
    }

    /** The longest reach of any correlation's history, in microseconds. */
    long longestReach() {
        return longestReach;
    }

    /** The longest reach of a linked correlation's history, in microseconds. */
    long longestLinkedReach() {
        return longestLinkedReach;
    }

    private static long longest(Stream<Correlation> correlations) {
        return correlations.mapToLong(Correlation::reach).max().orElse(0);
    }
}
