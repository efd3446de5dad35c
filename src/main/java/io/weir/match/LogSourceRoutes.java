package io.weir.match;

import io.weir.rule.DetectionRule;
import io.weir.rule.LogSource;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * Where the events come from that a rule looks at: those of its log source, and those that pipelines added. An added source that
     * takes in all events of one that the table has stands in its place. None where there can be no such events, which is then a problem.
     */
    List<Route> of(DetectionRule rule, RuleProblems problems) {
        if (rule.sources().isEmpty()) {
            return of(rule.logSource(), problems);
        }
        var added = added(rule);
        var known = of(rule.logSource(), new RuleProblems(rule.header())).stream()
                .filter(route -> added.stream().noneMatch(source -> source.covers(route)));
        var all = Stream.concat(added.stream(), known).toList();
        if (all.isEmpty()) {
            var source = rule.sources().get(0);
            problems.add(
                    ProblemCode.UNKNOWN_LOG_SOURCE,
                    source.position(),
                    "no event of the added source is of service '"
                            + rule.logSource().service() + "'",
                    "a source for the rule's service",
                    "");
        }
        return all;
    }

    /** The added sources, as far as they are of the service that the rule states. */
    private List<Route> added(DetectionRule rule) {
        var routes = rule.sources().stream()
                .flatMap(source -> Route.of(source).stream())
                .toList();
        return both(routes, routes(services, rule.logSource().service()));
    }

    private List<Route> of(LogSource source, RuleProblems problems) {
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
