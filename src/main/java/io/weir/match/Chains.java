package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.RuleReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * Which correlations refer to which: in what order they can be put in force, and which go round in a circle. Nothing here recurs: a
 * hostile chain is as long as there are rules.
 */
final class Chains {

    private final Map<String, CorrelationRule> left;
    private final Map<String, List<CorrelationRule>> referring = new HashMap<>();
    private final Map<String, Integer> awaited = new HashMap<>();
    private final List<CorrelationRule> order = new ArrayList<>();
    private final Map<String, CorrelationRule> nextInCircle = new HashMap<>();

    /**
     * The chains of those correlations.
     *
     * @param correlations by id; their references are ids
     */
    Chains(Map<String, CorrelationRule> correlations) {
        this.left = new LinkedHashMap<>(correlations);
        correlations.values().forEach(this::refer);
        sort();
        findCircles();
    }

    /** The correlations that are in no circle and refer to none, each behind those that it refers to. */
    List<CorrelationRule> order() {
        return List.copyOf(order);
    }

    /** The other correlations. */
    List<CorrelationRule> rest() {
        return List.copyOf(left.values());
    }

    /** The rule that the correlation refers to in a circle that leads back to it, or none where it is in no circle. */
    Optional<CorrelationRule> nextInCircle(CorrelationRule rule) {
        return Optional.ofNullable(nextInCircle.get(rule.header().id()));
    }

    private void refer(CorrelationRule rule) {
        var inner =
                new LinkedHashSet<>(inner(rule).map(one -> one.header().id()).toList());
        inner.forEach(
                id -> referring.computeIfAbsent(id, key -> new ArrayList<>()).add(rule));
        awaited.put(rule.header().id(), inner.size());
    }

    /** The correlations that a rule refers to and that are not in order yet. */
    private Stream<CorrelationRule> inner(CorrelationRule rule) {
        return rule.steps().stream().map(RuleReference::rule).flatMap(id -> Stream.ofNullable(left.get(id)));
    }

    private void sort() {
        Queue<CorrelationRule> ready = new ArrayDeque<>();
        left.values().stream()
                .filter(rule -> awaited.getOrDefault(id(rule), 0) == 0)
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            var rule = ready.remove();
            order.add(rule);
            left.remove(id(rule));
            referring.getOrDefault(id(rule), List.of()).stream()
                    .filter(outer -> awaited.merge(id(outer), -1, Integer::sum) == 0)
                    .forEach(ready::add);
        }
    }

    /** From each rule that is left, the first reference to another one leads into a circle sooner or later. */
    private void findCircles() {
        var walks = new HashMap<String, String>();
        for (var start : left.values()) {
            var rule = start;
            while (!walks.containsKey(id(rule))) {
                walks.put(id(rule), id(start));
                rule = next(rule);
            }
            if (id(start).equals(walks.get(id(rule)))) {
                mark(rule);
            }
        }
    }

    private void mark(CorrelationRule start) {
        var rule = start;
        while (nextInCircle.putIfAbsent(id(rule), next(rule)) == null) {
            rule = next(rule);
        }
    }

    private CorrelationRule next(CorrelationRule rule) {
        return inner(rule).findFirst().orElseThrow();
    }

    private static String id(CorrelationRule rule) {
        return rule.header().id();
    }
}
