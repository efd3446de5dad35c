package io.weir.opinion;

import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.match.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which rules match which events; an event that none matches is not there. */
public final class Findings {

    private final Map<Place, SortedSet<String>> rules = new HashMap<>();

    void add(Place place, String rule) {
        rules.computeIfAbsent(place, unused -> new TreeSet<>()).add(rule);
    }

    void add(Place place, RuleSet from, Event event) {
        from.matching(event).forEach(rule -> add(place, rule.header().id()));
    }

    boolean has(Place place) {
        return rules.containsKey(place);
    }

    boolean has(Place place, String rule) {
        return rulesOf(place).contains(rule);
    }

    /** The ids of the rules that match the event there. */
    public SortedSet<String> rulesOf(Place place) {
        return rules.getOrDefault(place, new TreeSet<>());
    }

    /** Of one source, the ids of the rules by the number of the event. */
    public Map<Integer, SortedSet<String>> of(String source) {
        var found = new HashMap<Integer, SortedSet<String>>();
        rules.forEach((place, ids) -> {
            if (place.source().equals(source)) {
                found.put(place.number(), ids);
            }
        });
        return found;
    }

    /** Those of some places. */
    Findings at(Predicate<Place> places) {
        var some = new Findings();
        rules.forEach((place, ids) -> {
            if (places.test(place)) {
                some.rules.put(place, ids);
            }
        });
        return some;
    }

    /** What these have and the others do not: place and rule, as {@link Differences} writes them. */
    SortedSet<String> without(Findings others) {
        var missing = new TreeSet<String>();
        rules.forEach((place, ids) ->
                ids.stream().filter(id -> !others.has(place, id)).forEach(id -> missing.add(place + " " + id)));
        return missing;
    }

    /** What Weir finds in the corpus with the rules that the expected matches were made with; computed once for all tests. */
    public static Findings ofWeir() {
        Corpus.file("streams");
        return Weir.FINDINGS;
    }

    private static final class Weir {

        static final Findings FINDINGS = compute();

        private static Findings compute() {
            var rules = Corpus.threeFolders();
            var findings = new Findings();
            try {
                CorpusEvents.each((place, event) -> findings.add(place, rules, event));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return findings;
        }
    }
}
