package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.Position;
import io.weir.rule.RuleReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationModelTest {

    @Test
    void readsAnOrderedCorrelation() {
        var rule = Rules.correlation("""
                title: LOLBIN, then a connection
                id: C1
                level: medium
                correlation:
                    type: temporal_ordered
                    rules:
                        - lolbin
                        - 19B08B1C-861D-4E75-A1EF-EA0C1BAF202B
                    group-by:
                        - Computer
                        - User
                    timespan: 15m
                    link: process-tree
                    generate: true
                    condition:
                        gte: 2
                """);
        assertThat(rule.header().id()).isEqualTo("c1");
        assertThat(rule.type()).isEqualTo(CorrelationType.TEMPORAL_ORDERED);
        assertThat(rule.steps())
                .containsExactly(
                        new RuleReference("lolbin", new Position(Rules.FILE, 7, 11)),
                        new RuleReference("19B08B1C-861D-4E75-A1EF-EA0C1BAF202B", new Position(Rules.FILE, 8, 11)));
        assertThat(rule.groupBy()).containsExactly("Computer", "User");
        assertThat(rule.timespan().duration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(rule.link()).isEqualTo(Link.PROCESS_TREE);
        assertThat(rule.generate()).isTrue();
    }

    @Test
    void needsNeitherGroupNorLinkNorCondition() {
        var rule = Rules.correlation(Rules.withCorrelation(""));
        assertThat(rule.groupBy()).isEmpty();
        assertThat(rule.link()).isEqualTo(Link.NONE);
        assertThat(rule.generate()).isFalse();
    }

    @Test
    void takesOneFieldToGroupByWithoutAList() {
        assertThat(Rules.correlation(Rules.withCorrelation("group-by: User")).groupBy())
                .containsExactly("User");
    }

    @Test
    void takesGenerateInsideTheCorrelationAndBesideIt() {
        assertThat(Rules.correlation(Rules.withCorrelation("generate: yes")).generate())
                .isTrue();
        assertThat(Rules.correlation(Rules.withCorrelation("") + "generate: true")
                        .generate())
                .isTrue();
        assertThat(Rules.correlation(Rules.withCorrelation("generate: true") + "generate: true")
                        .generate())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "event_count; gte: 10; gte: 10",
                "event_count; 'gt: 100, lte: 200'; gt: 100, lte: 200",
                "event_count; 'neq: 7, lt: 1_000, gte: 0'; neq: 7, lt: 1000, gte: 0",
                "event_count; gte: 10.0; gte: 10.0",
                "value_count; 'eq: 3, field: User'; eq: 3 of User",
                "value_count; 'eq: 3, field: [User, Ip]'; eq: 3 of User+Ip",
                "value_count; 'eq: 3, field: [User, Ip, User]'; eq: 3 of User+Ip",
                "value_sum; 'gt: 1000000, field: Bytes'; gt: 1000000 of Bytes",
                "value_sum; 'lte: -2.5, field: Bytes'; lte: -2.5 of Bytes",
                "value_avg; 'gt: 500.25, field: [Bytes]'; gt: 500.25 of Bytes",
                "value_percentile; 'gte: 9, field: Bytes, percentile: 95'; gte: 9 of Bytes at 95%",
                "value_percentile; 'gte: 9, field: Bytes, percentile: 99.9'; gte: 9 of Bytes at 99.9%",
                "value_percentile; 'lte: 1, field: Image'; lte: 1 of Image at 50%",
                "temporal; gte: 1; gte: 1",
                "temporal; 'gte: 1, lt: 2'; gte: 1, lt: 2",
                "temporal_ordered; eq: 2; eq: 2",
            })
    void readsNumbersToCompareWith(String type, String condition, String said) {
        var rule = Rules.correlation(Rules.withCorrelation(type, "condition: {" + condition + "}"));
        assertThat(rule.type().label()).isEqualTo(type);
        assertThat(Said.by(rule.condition())).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal", "temporal_ordered"})
    void takesATemporalCorrelationWithoutConditionForOneOfAllRules(String type) {
        var rule = Rules.correlation(Rules.withCorrelation(type, "").replace("[a, b]", "[a, b, c]"));
        assertThat(Said.by(rule.condition())).isEqualTo("gte: 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a and b; and(a, b)",
                "a AND NOT b; and(a, not(b))",
                "(a or b) and not (a and b); and(or(a, b), not(and(a, b)))",
                "a or b and not c; or(a, and(b, not(c)))",
                "19B08B1C-861D-4E75-A1EF-EA0C1BAF202B and not b; and(19B08B1C-861D-4E75-A1EF-EA0C1BAF202B, not(b))",
            })
    void readsExpressionsOverRules(String expression, String said) {
        for (var type : List.of("temporal", "temporal_ordered")) {
            var rule = Rules.correlation(Rules.withCorrelation(type, "condition: " + expression));
            assertThat(Said.by(rule.condition())).isEqualTo(said);
            assertThat(rule.steps()).extracting(RuleReference::rule).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "    rules: []\n"})
    void takesTheRulesFromTheExpressionWhereNoneAreListed(String none) {
        var rule = Rules.correlation("title: T\nid: c1\ncorrelation:\n    type: temporal\n    timespan: 5m\n"
                + "    condition: b and (not a or b) and c\n" + none);
        assertThat(rule.steps())
                .containsExactly(
                        new RuleReference("b", new Position(Rules.FILE, 6, 16)),
                        new RuleReference("a", new Position(Rules.FILE, 6, 27)),
                        new RuleReference("c", new Position(Rules.FILE, 6, 39)));
    }

    @Test
    void readsAliasesAndKnowsWhereAllStands() {
        var rule = Rules.correlation(Rules.withCorrelation("value_count", """
                group-by: [peer, host.name]
                aliases:
                    peer:
                        a: source.ip
                        b: destination.ip
                    user:
                        b: SubjectUserName
                        a: TargetUserName
                condition:
                    field: user
                    gte: 2
                """));
        assertThat(rule.groupBy()).containsExactly("peer", "host.name");
        assertThat(rule.fields()).containsExactly("peer", "host.name", "user");
        assertThat(rule.fieldOf("a", "peer")).isEqualTo("source.ip");
        assertThat(rule.fieldOf("b", "user")).isEqualTo("SubjectUserName");
        assertThat(rule.fieldOf("a", "host.name")).isEqualTo("host.name");
        var places = rule.places();
        assertThat(places.timespan()).isEqualTo(new Position(Rules.FILE, 6, 15));
        assertThat(places.condition()).isEqualTo(new Position(Rules.FILE, 16, 9));
        assertThat(places.field("peer")).isEqualTo(new Position(Rules.FILE, 9, 9));
        assertThat(places.field("user")).isEqualTo(new Position(Rules.FILE, 12, 9));
        assertThat(places.field("host.name")).isEqualTo(new Position(Rules.FILE, 7, 22));
        assertThat(places.mentions())
                .containsExactly(
                        new RuleReference("a", new Position(Rules.FILE, 10, 13)),
                        new RuleReference("b", new Position(Rules.FILE, 11, 13)));
    }

    @Test
    void standsForItsConditionWhereThereIsNone() {
        var places = Rules.correlation(Rules.withCorrelation("")).places();
        assertThat(places.condition()).isEqualTo(new Position(Rules.FILE, 1, 1));
        assertThat(places.field("anything")).isEqualTo(places.condition());
    }

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "1m, PT1M",
        "24h, PT24H",
        "7d, PT168H",
        "3650d, PT87600H",
        "007s, PT7S",
        "2w, PT336H",
        "1M, PT730H29M6S",
        "1y, PT8765H49M12S",
        "9y, PT78892H22M48S"
    })
    void readsTimespans(String text, Duration duration) {
        var rule = Rules.correlation(Rules.withCorrelation("").replace("5m", text));
        assertThat(rule.timespan().duration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "0s",
        "3651d",
        "999999999d",
        "1234567890s",
        "10y",
        "122M",
        "5H",
        "1W",
        "5",
        "m",
        "-5m",
        "1.5h",
        "5 m",
        "5mm"
    })
    void refusesTimespansThatAreNotOfThatForm(String text) {
        assertThat(Rules.letters(Rules.withCorrelation("").replace("5m", text)))
                .startsWith("rules/t.yml:6:15: error: timespan '" + text + "'");
    }
}
