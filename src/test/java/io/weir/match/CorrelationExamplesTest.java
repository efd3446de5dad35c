package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.rule.Comparison;
import io.weir.rule.CorrelationCondition.Measured;
import io.weir.rule.CorrelationRule;
import io.weir.rule.RuleReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A correlation for each example of Sigma's correlation rules specification, with its structure and words of ours. */
class CorrelationExamplesTest {

    /** The rules that the examples refer to; each has its name, with hyphens, as its id. */
    private static final String DETECTIONS = Stream.of(
                    "bad_password",
                    "good_password",
                    "listing_users",
                    "listing_shares",
                    "listing_hosts",
                    "upload",
                    "program_start",
                    "server_error",
                    "connection")
            .map(name -> """
                    ---
                    title: %s
                    id: %s
                    name: %s
                    logsource: {product: windows}
                    detection: {s: {F: 1}, condition: s}
                    """.formatted(name, name.replace('_', '-'), name))
            .collect(Collectors.joining());

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void readsTheExamplesOfTheSpecification(String section, String yaml, String said) {
        var rules = Rules.resolve(DETECTIONS + yaml, 3);
        assertThat(Rules.letters(rules)).isEmpty();
        assertThat(said(rules)).isEqualTo(said);
    }

    /** Each correlation in a line, with its stage. */
    private static String said(RuleSet rules) {
        return rules.correlations().stream()
                .map(rule -> rules.stage(rule.header().id()) + " " + said(rule) + "\n")
                .collect(Collectors.joining());
    }

    private static String said(CorrelationRule rule) {
        var measured = (Measured) rule.condition();
        var rules = rule.steps().stream().map(RuleReference::rule).collect(Collectors.joining(", "));
        return rule.header().id() + ": " + rule.type().label() + " of " + rules
                + " by " + String.join(", ", rule.groupBy())
                + " within " + rule.timespan().duration()
                + ", " + measured.comparisons().stream().map(Comparison::label).collect(Collectors.joining(", "))
                + (measured.fields().isEmpty() ? "" : " of " + String.join(", ", measured.fields()));
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                arguments(
                        "Related rules",
                        """
                        ---
                        title: By id and by name
                        id: x
                        correlation:
                            type: event_count
                            rules:
                                - bad-password   # an id
                                - good_password  # a name
                            group-by:
                                - Computer
                            timespan: 90m
                            condition:
                                gte: 2
                        """,
                        "1 x: event_count of bad-password, good-password by Computer within PT1H30M, gte: 2\n"),
                arguments("Condition, a range", """
                        ---
                        title: Neither few nor many
                        id: x
                        correlation:
                            type: event_count
                            rules:
                                - bad-password
                            group-by:
                                - TargetUserName
                                - TargetDomainName
                            timespan: 1d
                            condition:
                                gt: 100
                                lte: 200
                        """, """
                        1 x: event_count of bad-password by TargetUserName, TargetDomainName within PT24H, gt: 100, lte: 200
                        """),
                arguments("Event Count", """
                        ---
                        title: A hundred wrong passwords
                        id: x
                        correlation:
                            type: event_count
                            rules:
                                - bad-password
                            group-by:
                                - Computer
                            timespan: 1h
                            condition:
                                gte: 100
                        """, "1 x: event_count of bad-password by Computer within PT1H, gte: 100\n"),
                arguments("Value Count", """
                        ---
                        title: A hundred users from one workstation
                        id: x
                        correlation:
                            type: value_count
                            rules:
                                - bad-password
                            group-by:
                                - Computer
                                - WorkstationName
                            timespan: 1d
                            condition:
                                field: TargetUserName
                                gte: 100
                        """, """
                        1 x: value_count of bad-password by Computer, WorkstationName within PT24H, gte: 100 of TargetUserName
                        """),
                arguments("Value Count, several fields", """
                        ---
                        title: A hundred users from one workstation
                        id: x
                        correlation:
                            type: value_count
                            rules:
                                - bad-password
                            group-by:
                                - Computer
                            timespan: 1d
                            condition:
                                field:
                                    - TargetUserName
                                    - TargetDomainName
                                gte: 100
                        """, """
                        1 x: value_count of bad-password by Computer within PT24H, gte: 100 of TargetUserName, TargetDomainName
                        """),
                arguments("Temporal Proximity", """
                        ---
                        title: Looking around
                        id: x
                        correlation:
                            type: temporal
                            rules:
                                - listing_users
                                - listing_shares
                                - listing_hosts
                            group-by:
                                - Computer
                                - User
                            timespan: 5m
                        """, """
                        1 x: temporal of listing-users, listing-shares, listing-hosts by Computer, User within PT5M, gte: 3
                        """),
                arguments("Ordered Temporal Proximity", """
                        ---
                        title: Looking around in this order
                        id: x
                        correlation:
                            type: temporal_ordered
                            rules:
                                - listing_users
                                - listing_shares
                                - listing_hosts
                            group-by:
                                - Computer
                                - User
                            timespan: 5m
                        """, """
                        1 x: temporal_ordered of listing-users, listing-shares, listing-hosts by Computer, User within PT5M, gte: 3
                        """),
                arguments(
                        "Value Sum",
                        """
                        ---
                        title: Much has left
                        id: x
                        correlation:
                            type: value_sum
                            rules:
                                - upload
                            group-by:
                                - SourceIp
                                - User
                            timespan: 1h
                            condition:
                                field: bytes_sent
                                gt: 1000000
                        """,
                        "1 x: value_sum of upload by SourceIp, User within PT1H, gt: 1000000 of bytes_sent\n"),
                arguments(
                        "Value Average",
                        """
                        ---
                        title: Large uploads
                        id: x
                        correlation:
                            type: value_avg
                            rules:
                                - upload
                            group-by:
                                - SourceIp
                                - User
                            timespan: 24h
                            condition:
                                field: bytes_sent
                                gt: 500
                        """,
                        "1 x: value_avg of upload by SourceIp, User within PT24H, gt: 500 of bytes_sent\n"),
                arguments(
                        "Value Percentile",
                        """
                        ---
                        title: Hardly ever
                        id: x
                        correlation:
                            type: value_percentile
                            rules:
                                - program_start
                            group-by:
                                - Computer
                            timespan: 24h
                            condition:
                                field: Image
                                lte: 1
                        """,
                        "1 x: value_percentile of program-start by Computer within PT24H, lte: 1 of Image\n"),
                arguments(
                        "Field Name Aliases",
                        """
                        ---
                        title: A server breaks, and calls back
                        id: x
                        correlation:
                            type: temporal
                            rules:
                                - server_error
                                - connection
                            group-by:
                                - inside
                                - outside
                            timespan: 10s
                            aliases:
                                inside:
                                    server_error: destination.ip
                                    connection: source.ip
                                outside:
                                    server_error: source.ip
                                    connection: destination.ip
                        """,
                        "1 x: temporal of server-error, connection by inside, outside within PT10S, gte: 2\n"),
                arguments("Failed Logins Followed by Successful Login", """
                        ---
                        title: Guessed at last
                        id: y
                        status: experimental
                        references:
                            - https://weir.example/guessed
                        date: 2026-11-09
                        correlation:
                            type: temporal_ordered
                            rules:
                                - guessing
                                - good_password
                            group-by:
                                - User
                            timespan: 10m
                        falsepositives:
                            - Unlikely
                        level: high
                        ---
                        title: Guessing
                        id: x
                        name: guessing
                        correlation:
                            type: event_count
                            rules:
                                - bad_password
                            group-by:
                                - User
                            timespan: 10m
                            condition:
                                gte: 10
                        """, """
                        1 x: event_count of bad-password by User within PT10M, gte: 10
                        2 y: temporal_ordered of x, good-password by User within PT10M, gte: 2
                        """));
    }

    /** The remark under "Ordered Temporal Proximity": the inner correlation groups by the computer, the outer one by the user alone. */
    @Test
    void groupsAChainByWhatItsInnerCorrelationDoesNotGroupBy() {
        var rules = Rules.resolve(DETECTIONS + """
                ---
                title: Guessed at last
                correlation: {type: temporal_ordered, rules: [guessing, good_password], group-by: [User], timespan: 1h}
                ---
                title: Guessing
                name: guessing
                correlation: {type: event_count, rules: [bad_password], group-by: [Computer], timespan: 1h, condition: {gte: 100}}
                """, 3);
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.correlations()).hasSize(2);
    }
}
