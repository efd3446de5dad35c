package io.weir.correlate;

import io.weir.rule.StepChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How near a group came to one way to fulfil the condition of a temporal correlation. */
final class Sequencing {

    private final Correlation correlation;
    private final StepChoice choice;
    private final List<Integer> steps;
    private final List<Placed> events;
    private final Predicate<Placed> begins;

    Sequencing(Correlation correlation, Gathered group, StepChoice choice) {
        this.correlation = correlation;
        this.choice = choice;
        this.steps = List.copyOf(choice.matched());
        this.events = group.events();
        this.begins = Assessment.isOrdered(correlation) ? correlation.begins(group.process()) : placed -> true;
    }

    /** What is lacking, or none where nothing is. */
    Optional<Assessment> assess() {
        var missing = steps.stream().filter(step -> ownOf(step).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Optional.of(missing(missing));
        }
        var closest = Assessment.isOrdered(correlation) ? inOrder() : together();
        return closest.map(this::tooLong).orElseGet(() -> Optional.of(wrongOrder()));
    }

    private Stream<Placed> of(int step) {
        var all = Assessment.of(step, events);
        return step == steps.get(0) ? all.filter(begins) : all;
    }

    /** The first event of a step that does not stand for an earlier step of the same rule: where there is an order, one event is one step. */
    private Optional<Placed> ownOf(int step) {
        long earlier = Assessment.isOrdered(correlation)
                ? steps.stream()
                        .takeWhile(before -> before != step)
                        .filter(before -> rule(before).equals(rule(step)))
                        .count()
                : 0;
        return of(step).skip(earlier).findFirst();
    }

    private String rule(int step) {
        return correlation.rule().steps().get(step).rule();
    }

    private Assessment missing(List<Integer> missing) {
        var there = steps.stream().filter(step -> !missing.contains(step)).toList();
        return new Assessment(
                new Shortfall.Missing(
                        there.stream().map(this::rule).toList(),
                        missing.stream().map(this::rule).toList()),
                there.stream().flatMap(step -> ownOf(step).stream()).distinct().toList());
    }

    private Optional<Assessment> tooLong(List<Placed> sequence) {
        long took = span(sequence);
        if (took > correlation.timespan()) {
            return Optional.of(new Assessment(new Shortfall.TooLong(took, took - correlation.timespan()), sequence));
        }
        return choice.unmatched().stream()
                .flatMap(step -> Assessment.of(step, events)
                        .limit(1)
                        .map(unwanted -> new Assessment(new Shortfall.Unwanted(rule(step)), with(sequence, unwanted))))
                .findFirst();
    }

    private static List<Placed> with(List<Placed> sequence, Placed more) {
        var all = new ArrayList<>(sequence);
        all.add(more);
        return all;
    }

    private static long span(List<Placed> sequence) {
        var times = sequence.stream().mapToLong(event -> event.time().micros()).summaryStatistics();
        return times.getMax() - times.getMin();
    }

    /** The sequence in the order of the steps that takes the least time. */
    private Optional<List<Placed>> inOrder() {
        return of(steps.get(steps.size() - 1))
                .flatMap(last -> endingWith(last).stream())
                .min(Comparator.comparingLong(Sequencing::span));
    }

    /** Going back from the event, the latest event of each step before. */
    private Optional<List<Placed>> endingWith(Placed last) {
        var sequence = new ArrayList<>(List.of(last));
        for (int at = steps.size() - 2; at >= 0; at--) {
            var next = sequence.get(0);
            var before = of(steps.get(at))
                    .filter(event -> !sequence.contains(event) && event.precedes(next))
                    .reduce((one, later) -> later);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            sequence.add(0, before.get());
        }
        return Optional.of(sequence);
    }

    /** The events of all steps that lie closest together, in whichever order. */
    private Optional<List<Placed>> together() {
        var latest = new TreeMap<Integer, Placed>();
        Optional<List<Placed>> closest = Optional.empty();
        for (var event : events) {
            event.steps().stream().filter(steps::contains).forEach(step -> latest.put(step, event));
            if (latest.size() == steps.size()) {
                var now = latest.values().stream().distinct().toList();
                closest = closest.filter(best -> span(best) <= span(now)).or(() -> Optional.of(now));
            }
        }
        return closest;
    }

    private Assessment wrongOrder() {
        return Stream.iterate(0, at -> at + 1 < steps.size(), at -> at + 1)
                .flatMap(at -> reversed(steps.get(at), steps.get(at + 1)).stream())
                .findFirst()
                .orElseGet(() -> reversed(steps.get(0), steps.get(steps.size() - 1))
                        .orElseGet(() -> pair(
                                steps.get(0),
                                steps.get(steps.size() - 1),
                                of(steps.get(0)).findFirst().orElseThrow(),
                                of(steps.get(steps.size() - 1)).findFirst().orElseThrow())));
    }

    /** Where no event of the one step comes before any of the next: the two that lie closest. */
    private Optional<Assessment> reversed(int first, int then) {
        boolean follows = of(first).anyMatch(one -> of(then).anyMatch(one::precedes));
        return follows
                ? Optional.empty()
                : of(first)
                        .flatMap(one -> of(then).map(other -> pair(first, then, one, other)))
                        .min(Comparator.comparingLong(found -> span(found.events())));
    }

    private Assessment pair(int first, int then, Placed one, Placed other) {
        return new Assessment(
                new Shortfall.WrongOrder(
                        rule(first),
                        rule(then),
                        Math.max(0, one.time().micros() - other.time().micros())),
                List.of(other, one));
    }
}
