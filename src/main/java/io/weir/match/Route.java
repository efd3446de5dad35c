package io.weir.match;

import io.weir.event.Event;
import io.weir.match.value.CaseFold;
import io.weir.rule.EventSource;
import io.weir.rule.FieldOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One source of the events that a log source means. Each part narrows it down; an empty one does not.
 *
 * @param channels the channels, in lower case
 * @param providers the providers, in lower case
 * @param eventIds Windows' event ids
 * @param values fields that must have that value, without regard to case
 * @param names where the fields come from that rules of this log source name, where the source has them otherwise
 */
record Route(
        Set<String> channels,
        Set<String> providers,
        Set<Integer> eventIds,
        Map<String, String> values,
        Map<String, FieldOrigin> names) {

    /** All events. */
    static final Route EVERYTHING = new Route(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());

    Route {
        channels = Set.copyOf(channels);
        providers = Set.copyOf(providers);
        eventIds = Set.copyOf(eventIds);
        values = Map.copyOf(values);
        names = Map.copyOf(names);
    }

    static Route ofChannels(String... channels) {
        return new Route(lowerCase(Set.of(channels)), Set.of(), Set.of(), Map.of(), Map.of());
    }

    static Route ofProvider(String provider) {
        return new Route(Set.of(), lowerCase(Set.of(provider)), Set.of(), Map.of(), Map.of());
    }

    private static Set<String> lowerCase(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The events of this source with one of those ids. */
    Route ids(Integer... ids) {
        return new Route(channels, providers, Set.of(ids), values, names);
    }

    /** The events of this source in which the field has that value. */
    Route where(String field, String value) {
        return new Route(channels, providers, eventIds, with(values, field, value), names);
    }

    /** The same events; a rule that names {@code field} reads {@code eventField}, or its own where the event does not have that. */
    Route reading(String field, String eventField) {
        return reading(
                field,
                new FieldOrigin.FirstOf(List.of(new FieldOrigin.Copied(eventField), new FieldOrigin.Copied(field))));
    }

    /** The same events; a rule that names {@code field} reads what that origin gives. */
    Route reading(String field, FieldOrigin origin) {
        return new Route(channels, providers, eventIds, values, with(names, field, origin));
    }

    /** The events that a pipeline adds: one route for each combination of values that fields must hold. */
    static List<Route> of(EventSource source) {
        var routes = List.of(new Route(
                lowerCase(source.channels()),
                lowerCase(source.providers()),
                source.eventIds(),
                Map.of(),
                source.fields()));
        for (var field : source.where().entrySet()) {
            var narrowed = new ArrayList<Route>();
            for (var route : routes) {
                field.getValue().forEach(value -> narrowed.add(route.where(field.getKey(), value)));
            }
            routes = narrowed;
        }
        return routes;
    }

    /** Whether all events of another source are of this one. */
    boolean covers(Route other) {
        return values.isEmpty()
                && coversAll(channels, other.channels)
                && coversAll(providers, other.providers)
                && coversAll(eventIds, other.eventIds);
    }

    private static <T> boolean coversAll(Set<T> some, Set<T> others) {
        return some.isEmpty() || (!others.isEmpty() && some.containsAll(others));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** The events of both sources, or none where they can have none in common. */
    Optional<Route> and(Route other) {
        if (equals(EVERYTHING) || other.equals(EVERYTHING)) {
            return Optional.of(equals(EVERYTHING) ? other : this);
        }
        if (areApart(channels, other.channels)
                || areApart(providers, other.providers)
                || areApart(eventIds, other.eventIds)) {
            return Optional.empty();
        }
        return Optional.of(new Route(
                both(channels, other.channels),
                both(providers, other.providers),
                both(eventIds, other.eventIds),
                joined(values, other.values),
                joined(names, other.names)));
    }

    private static <T> boolean areApart(Set<T> some, Set<T> others) {
        return !some.isEmpty() && !others.isEmpty() && both(some, others).isEmpty();
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        var common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private static <V> Map<String, V> joined(Map<String, V> some, Map<String, V> others) {
        var joined = new HashMap<>(others);
        joined.putAll(some);
        return joined;
    }

    /** Whether events of that channel, in lower case, may be of this source. */
    boolean takesChannel(String channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    /** Whether events of that id may be of this source. */
    boolean takesId(int eventId) {
        return eventIds.isEmpty() || eventIds.contains(eventId);
    }

    /** Whether an event whose channel and id are taken is of this source. */
    boolean admits(Event event, Fields fields) {
        return (providers.isEmpty() || providers.contains(event.provider().toLowerCase(Locale.ROOT)))
                && (values.isEmpty() || values.entrySet().stream().allMatch(value -> has(fields, value)));
    }

    private static boolean has(Fields fields, Map.Entry<String, String> wanted) {
        String folded = CaseFold.fold(wanted.getValue());
        return fields.field(wanted.getKey()).values().stream()
                .anyMatch(value -> value.folded().equals(folded));
    }
}
