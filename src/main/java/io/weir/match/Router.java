package io.weir.match;

import io.weir.event.Event;
import io.weir.match.sieve.Finders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which rules look at an event, by its channel and its event id. The rest of a log source is looked at when they are run. */
final class Router {

    private final Map<String, ByEventId> channels = new HashMap<>();
    private final ByEventId otherChannels;

    Router(Collection<CompiledRule> rules) {
        var candidates = rules.stream()
                .sorted(Comparator.comparing(CompiledRule::id))
                .flatMap(rule -> rule.routes().stream().map(route -> new Candidate(rule, route)))
                .toList();
        var finders = new Finders();
        dealt(candidates, Route::channels)
                .forEach((channel, some) -> channels.put(channel, ByEventId.of(some, finders)));
        otherChannels = ByEventId.of(without(candidates, Route::channels), finders);
    }

    /** The candidates for each key that a route names: those that name it, and those that name none; in their order. */
    private static <K> Map<K, List<Candidate>> dealt(List<Candidate> candidates, Function<Route, Set<K>> keys) {
        var dealt = new HashMap<K, List<Candidate>>();
        candidates.forEach(
                candidate -> keys.apply(candidate.route()).forEach(key -> dealt.putIfAbsent(key, new ArrayList<>())));
        for (var candidate : candidates) {
            var named = keys.apply(candidate.route());
            var takers = named.isEmpty() ? Set.copyOf(dealt.keySet()) : named;
            takers.forEach(key ->
                    dealt.computeIfAbsent(key, unused -> new ArrayList<>()).add(candidate));
        }
        return dealt;
    }

    private static <K> List<Candidate> without(List<Candidate> candidates, Function<Route, Set<K>> keys) {
        return candidates.stream()
                .filter(candidate -> keys.apply(candidate.route()).isEmpty())
                .toList();
    }

    /** The candidates for the event, sorted by rule id; a rule with several sources may stand there several times in a row. */
    Bucket bucket(Event event) {
        var channel = event.channel().toLowerCase(Locale.ROOT);
        return channels.getOrDefault(channel, otherChannels).bucket(event.eventId());
    }

    /** Makes the plans that events will ask for, beforehand. */
    void prepare() {
        channels.values().forEach(ByEventId::prepare);
        otherChannels.prepare();
    }

    /** The candidates of one channel. */
    private record ByEventId(Map<Integer, Bucket> ids, Bucket otherIds) {

        static ByEventId of(List<Candidate> candidates, Finders finders) {
            var ids = new HashMap<Integer, Bucket>();
            dealt(candidates, Route::eventIds).forEach((id, some) -> ids.put(id, new Bucket(some, finders)));
            return new ByEventId(ids, new Bucket(without(candidates, Route::eventIds), finders));
        }

        void prepare() {
            ids.forEach((id, bucket) -> bucket.prepare(id));
            otherIds.prepareOther();
        }

        Bucket bucket(int eventId) {
            return ids.getOrDefault(eventId, otherIds);
        }
    }
}
