package io.weir.match;

import io.weir.event.Event;
import io.weir.rule.DetectionRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which log source an event is of: what engines have to be told that have no table of their own. */
public final class EventLogSources {

    /** The name of a category or a service for events that are of none: an engine leaves out all rules that ask for one. */
    public static final String OTHER = "other";

    private final LogSourceRoutes routes = WindowsLogSources.routes();
    private final Map<String, Long> rulesByCategory;

    /** For those rules: of several categories that an event is of, it has the one that most of them ask for. */
    public EventLogSources(Collection<DetectionRule> rules) {
        rulesByCategory = rules.stream()
                .map(rule -> rule.logSource().category())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The category of the event, or {@link #OTHER}. */
    public String category(Event event) {
        return among(routes.categories(), event)
                .max(Comparator.comparing((String name) -> rulesByCategory.getOrDefault(name, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(OTHER);
    }

    /** The service of the event, or {@link #OTHER}. */
    public String service(Event event) {
        return among(routes.services(), event).min(Comparator.naturalOrder()).orElse(OTHER);
    }

    private static Stream<String> among(Map<String, List<Route>> table, Event event) {
        var channel = event.channel().toLowerCase(Locale.ROOT);
        var fields = new EventFields(event);
        return table.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(route -> route.takesChannel(channel)
                                && route.takesId(event.eventId())
                                && route.admits(event, fields)))
                .map(Map.Entry::getKey);
    }
}
