package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.Position;
import io.weir.rule.RuleReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "1m, PT1M", "24h, PT24H", "7d, PT168H", "3650d, PT87600H", "007s, PT7S"})
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
        "5M",
        "5H",
        "1y",
        "1w",
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
