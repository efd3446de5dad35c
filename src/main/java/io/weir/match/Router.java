package io.weir.match;

import io.weir.event.Event;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which rules look at an event, by its channel and its event id. The rest of a log source is looked at when they are run. */
final class Router {

    private final Map<String, ByEventId> channels = new HashMap<>();
    private final ByEventId otherChannels;

    Router(Collection<CompiledRule> rules) {
        var candidates = rules.stream()
                .sorted(Comparator.comparing(CompiledRule::id))
                .flatMap(rule -> rule.routes().stream().map(route -> new Candidate(rule, route)))
                .toList();
        var named = new HashSet<String>();
        candidates.forEach(candidate -> named.addAll(candidate.route().channels()));
        named.forEach(channel -> channels.put(channel, ByEventId.of(candidates, channel)));
        otherChannels = ByEventId.of(
                candidates.stream()
                        .filter(candidate -> candidate.route().channels().isEmpty())
                        .toList(),
                "");
    }

    /** The candidates for the event, sorted by rule id; a rule with several sources may stand there several times in a row. */
    Bucket bucket(Event event) {
        var channel = event.channel().toLowerCase(Locale.ROOT);
        return channels.getOrDefault(channel, otherChannels).bucket(event.eventId());
    }

    /** The candidates of one channel. */
    private record ByEventId(Map<Integer, Bucket> ids, Bucket otherIds) {

        static ByEventId of(List<Candidate> all, String channel) {
            var candidates = all.stream()
                    .filter(candidate -> candidate.route().takesChannel(channel))
                    .toList();
            var ids = new HashMap<Integer, Bucket>();
            candidates.stream()
                    .flatMap(candidate -> candidate.route().eventIds().stream())
                    .distinct()
                    .forEach(id -> ids.put(
                            id,
                            new Bucket(candidates.stream()
                                    .filter(candidate -> candidate.route().takesId(id))
                                    .toList())));
            return new ByEventId(
                    ids,
                    new Bucket(candidates.stream()
                            .filter(candidate -> candidate.route().eventIds().isEmpty())
                            .toList()));
        }

        Bucket bucket(int eventId) {
            return ids.getOrDefault(eventId, otherIds);
        }
    }
}
