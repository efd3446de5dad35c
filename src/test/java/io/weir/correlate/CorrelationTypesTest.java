package io.weir.correlate;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.detection;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each type of correlation means (Sigma correlation rules specification, "Correlation Types"), in small stories. Events are written {@code a@5=x}: rule
 * a matches at second 5 an event whose field V is x. The timespan is 10 s; stories are told forward and backward.
 */
class CorrelationTypesTest {

    @ParameterizedTest(name = "{0} of {1}, {2}: {3} makes {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                // counts: both ends of the timespan are in it; an episode tells once
                "event_count | a | {gte: 3} | a@1 a@5 a@11 | 1",
                "event_count | a | {gte: 3} | a@1 a@5 a@12 | 0",
                "event_count | a | {gte: 3} | a@1 a@2 a@3 a@4 a@5 | 1",
                "event_count | a | {gte: 3} | a@1 a@2 a@3 a@30 a@31 a@32 | 2",
                "event_count | a | {gt: 3} | a@1 a@2 a@3 | 0",
                "event_count | a, b | {gte: 2} | a@1 b@2 | 1",
                "event_count | a | {eq: 2} | a@1 a@2 | 1",
                "event_count | a | {eq: 2} | a@1 a@2 a@3 | 0",
                "event_count | a | {neq: 2} | a@1 | 1",
                "event_count | a | {neq: 2} | a@1 a@2 | 0",
                "event_count | a | {lt: 2} | a@1 | 1",
                "event_count | a | {lt: 2} | a@1 a@2 | 0",
                "event_count | a | {gte: 2, lte: 3} | a@1 a@2 a@3 | 1",
                "event_count | a | {gte: 2, lte: 3} | a@1 a@2 a@3 a@4 | 0",
                // one event may be enough
                "event_count | a | {gte: 1} | a@1 | 1",
                "value_count | a | {field: V, gte: 1} | a@1=x | 1",
                "value_sum | a | {field: V, gte: 5} | a@1=5 | 1",
                "temporal | a, b | {gte: 1} | b@1 | 1",
                "temporal | a, b, c | a or (b and c) | a@1 | 1",
                "temporal_ordered | a, b | {gte: 1} | b@1 | 1",
                "temporal_ordered | a, b, c | a or (b and c) | a@1 | 1",
                // distinct values, without regard to case; an event without the field does not count
                "value_count | a | {field: V, gte: 2} | a@1=x a@2=x a@3=X | 0",
                "value_count | a | {field: V, gte: 2} | a@1=x a@2=y | 1",
                "value_count | a | {field: V, gte: 2} | a@1=x a@2 | 0",
                "value_count | a | {field: [V, Image], gte: 2} | a@1=x a@2=x | 1",
                // the rules of a temporal correlation in any order, and by pySigma's expressions
                "temporal | a, b | | b@1 a@11 | 1",
                "temporal | a, b | | b@1 a@12 | 0",
                "temporal | a, b, c | {gte: 2} | c@1 b@3 | 1",
                "temporal | a, b, c | a and b and not c | a@1 b@2 | 1",
                "temporal | a, b, c | a and b and not c | a@1 b@2 c@3 | 0",
                "temporal | a, b, c | (a or b) and c | b@1 c@2 | 1",
                // in the order of the rules
                "temporal_ordered | a, b | | a@1 b@11 | 1",
                "temporal_ordered | a, b | | b@1 a@2 | 0",
                "temporal_ordered | a, b, a | | a@1 b@2 | 0",
                "temporal_ordered | a, b, a | | a@1 b@2 a@3 | 1",
                "temporal_ordered | a, b, c | {gte: 2} | b@1 c@2 | 1",
                // numbers; what is none is left out
                "value_sum | a | {field: V, gte: 5} | a@1=2 a@2=3 | 1",
                "value_sum | a | {field: V, gte: 5} | a@1=2 a@2=2.9 | 0",
                "value_sum | a | {field: V, gte: 5} | a@1=2 a@2=many a@3=3 | 1",
                "value_sum | a | {field: V, gte: 5} | a@1=-2 a@2=5 | 1",
                "value_sum | a | {field: V, lt: 0} | a@1=-2 | 1",
                "value_avg | a | {field: V, gt: 2} | a@1=1 a@2=4 | 1",
                "value_avg | a | {field: V, gt: 2} | a@1=1 a@2=3 | 0",
                "value_percentile | a | {field: V, percentile: 50, gte: 3} | a@1=1 a@2=3 a@3=9 | 1",
                "value_percentile | a | {field: V, percentile: 50, gte: 4} | a@1=1 a@2=3 a@3=9 | 0",
                "value_percentile | a | {field: V, percentile: 100, gte: 9} | a@1=1 a@2=9 | 1",
            })
    void tells(String type, String rules, String condition, String story, int alerts) {
        var set = Telemetry.rules(
                detection(A, "a"), detection(B, "b"), detection(C, "c"), correlation(type, rules, condition));
        var events = events(story, set);
        var forward = standing(set, events);
        Collections.reverse(events);

        assertThat(forward).hasSize(alerts);
        assertThat(standing(set, events)).isEqualTo(forward);
    }

    private static String correlation(String type, String rules, String condition) {
        return """
                title: A Correlation
                id: 22222222-0000-4000-8000-000000000009
                level: medium
                correlation:
                    type: %s
                    rules: [%s]
                    timespan: 10s
                """.formatted(type, rules) + (condition == null ? "" : "    condition: " + condition + "\n");
    }

    private static List<MatchedEvent> events(String story, RuleSet set) {
        var events = new ArrayList<MatchedEvent>();
        for (var word : story.split(" ", -1)) {
            var parts = word.substring(2).split("=", 2);
            var told = Telemetry.event("e" + events.size(), Long.parseLong(parts[0]))
                    .matching(id(word.charAt(0)));
            events.add((parts.length == 2 ? told.with("V", parts[1]) : told).event(set));
        }
        return events;
    }

    private static String id(char rule) {
        return List.of(A, B, C).get(rule - 'a');
    }

    private static List<String> standing(RuleSet set, List<MatchedEvent> events) {
        var horizons = new Horizons(Duration.ofHours(1), Duration.ofMinutes(10));
        return new JobRun(set, horizons)
                .observeAll(events).end().standing().values().stream()
                        .filter(body -> body.contains("22222222-0000-4000-8000-000000000009"))
                        .toList();
    }
}
