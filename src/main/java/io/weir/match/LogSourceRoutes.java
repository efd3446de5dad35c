package io.weir.match;

import io.weir.rule.LogSource;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the events of each log source come from: one table, by category and by service. Parts of a log source that a rule states
 * combine by and (Sigma rules specification, "LogSource").
 *
 * @param products the products whose events there are
 * @param categories the sources of each category
 * @param services the sources of each service
 */
record LogSourceRoutes(Set<String> products, Map<String, List<Route>> categories, Map<String, List<Route>> services) {

    LogSourceRoutes {
        products = Set.copyOf(products);
        categories = Map.copyOf(categories);
        services = Map.copyOf(services);
    }

    /** Where the events of that log source come from; none where there can be no such events, which is then a problem. */
    List<Route> of(LogSource source, RuleProblems problems) {
        if (!isKnown("product", source.product(), products, source, problems)
                || !isKnown("category", source.category(), categories.keySet(), source, problems)
                || !isKnown("service", source.service(), services.keySet(), source, problems)) {
            return List.of();
        }
        var both = both(routes(categories, source.category()), routes(services, source.service()));
        if (both.isEmpty()) {
            problems.add(
                    ProblemCode.UNKNOWN_LOG_SOURCE,
                    source.position(),
                    "no event is of category '" + source.category() + "' and of service '" + source.service() + "'",
                    "a category and a service that have events in common",
                    "leave one of the two out");
        }
        return both;
    }

    private static boolean isKnown(
            String part, String stated, Set<String> known, LogSource source, RuleProblems problems) {
        if (stated.isEmpty() || known.contains(stated)) {
            return true;
        }
        problems.add(
                ProblemCode.UNKNOWN_LOG_SOURCE,
                source.position(),
                "no events of " + part + " '" + stated + "': the rule would never match",
                "a " + part + " of Windows events, such as " + LogSourceNames.nearest(stated, known),
                "");
        return false;
    }

    private static List<Route> routes(Map<String, List<Route>> table, String stated) {
        return table.getOrDefault(stated, List.of(Route.EVERYTHING));
    }

    private static List<Route> both(List<Route> some, List<Route> others) {
        return some.stream()
                .flatMap(one -> others.stream().flatMap(other -> one.and(other).stream()))
                .toList();
    }
}
