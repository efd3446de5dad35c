package io.weir.match;

import io.weir.event.Event;
import io.weir.match.RuleExplainer.Explanation;
import io.weir.rule.DetectionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out which events a detection rule matches, and which ones come near: those with the least that would have to be otherwise. */
public final class MatchInquest {

    /** Of events that are equally near, so many are weighed against each other; beyond, the earliest read are kept. */
    private static final int MOST_EQUAL = 500;

    /** No more kinds of events of other log sources are told apart. */
    private static final int MOST_SOURCES = 1_000;

    private static final int SHOWN_SOURCES = 5;

    private final RuleExplainer explainer;
    private final int most;
    private final List<Seen> matched = new ArrayList<>();
    private final TreeMap<Integer, List<Seen>> missedByDistance = new TreeMap<>();
    private final Map<String, Integer> elsewhere = new TreeMap<>();
    private int matches;
    private int examined;
    private int others;

    /** @param most no more events that match, and no more that come near, are told */
    public MatchInquest(RuleExplainer explainer, int most) {
        this.explainer = explainer;
        this.most = most;
    }

    /**
     * An event that was looked at.
     *
     * @param place where it was read, in words for people
     */
    public record Seen(String place, Event event, Explanation explanation) {}

    /**
     * What was found.
     *
     * @param matches how many events the rule matches
     * @param examined how many are of its log source
     * @param others how many are not
     * @param elsewhere of those, the most frequent channels and event ids, and how many
     * @param matched the first that match
     * @param nearest of the others of its log source, those that come nearest
     */
    public record Verdict(
            int matches,
            int examined,
            int others,
            Map<String, Integer> elsewhere,
            List<Seen> matched,
            List<Seen> nearest) {}

    public DetectionRule rule() {
        return explainer.rule();
    }

    /** Looks at an event. */
    public void observe(String place, Event event) {
        var told = explainer.explain(event);
        if (told.isEmpty()) {
            others++;
            var source = event.channel() + " " + event.eventId();
            if (elsewhere.size() < MOST_SOURCES || elsewhere.containsKey(source)) {
                elsewhere.merge(source, 1, Integer::sum);
            }
            return;
        }
        examined++;
        keep(new Seen(place, event, told.get()));
    }

    private void keep(Seen seen) {
        if (seen.explanation().matches()) {
            matches++;
            if (matched.size() < most) {
                matched.add(seen);
            }
            return;
        }
        var equal = missedByDistance.computeIfAbsent(seen.explanation().whole().distance(), key -> new ArrayList<>());
        if (equal.size() < MOST_EQUAL) {
            equal.add(seen);
        }
        if (missedByDistance.size() > 1
                && missedByDistance.headMap(missedByDistance.lastKey()).values().stream()
                                .mapToInt(List::size)
                                .sum()
                        >= most) {
            missedByDistance.pollLastEntry();
        }
    }

    /** What was found so far. */
    public Verdict verdict() {
        var nearest = missedByDistance.values().stream()
                .flatMap(equal -> equal.stream()
                        .sorted(Comparator.comparingDouble(
                                seen -> -Likeness.of(seen.explanation().whole()))))
                .limit(most)
                .toList();
        return new Verdict(matches, examined, others, frequent(), List.copyOf(matched), nearest);
    }

    private Map<String, Integer> frequent() {
        return elsewhere.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_SOURCES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, LinkedHashMap::new));
    }
}
