package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correlations of correlations. */
class ChainsTest {

    private static String detection(String id) {
        return "---\ntitle: T%1$s\nid: %1$s\nlogsource: {product: windows}\ndetection: {s: {F: 1}, condition: s}\n"
                .formatted(id);
    }

    /** A rule of five lines; its references stand in its fourth, from column 61. */
    private static String correlation(String id, String rules, String more) {
        return "---\ntitle: T%1$s\nid: %1$s\ncorrelation: {type: temporal_ordered, timespan: 5m, rules: [%2$s]%3$s}\n"
                .formatted(id, rules, more);
    }

    private static String correlation(String id, String rules) {
        return correlation(id, rules, ", group-by: [User]");
    }

    @Test
    void givesEachCorrelationTheStageBehindThoseThatItRefersTo() {
        var rules = Rules.resolve(
                detection("a")
                        + detection("b")
                        + correlation("w", "z, x, b")
                        + correlation("x", "a, y")
                        + correlation("y", "a, b")
                        + correlation("z", "b")
                        + correlation("l", "a, b", ", link: process")
                        + correlation("m", "l, a", ""),
                3);
        assertThat(Rules.letters(rules)).isEmpty();
        assertThat(rules.correlations())
                .extracting(rule -> rule.header().id())
                .containsExactly("l", "m", "w", "x", "y", "z");
        assertThat(rules.correlations())
                .extracting(rule -> rules.stage(rule.header().id()))
                .containsExactly(0, 1, 3, 2, 1, 1);
        assertThat(rules.stage("a")).isZero();
    }

    @Test
    void refusesAChainThatIsLongerThanTheJobHasStages() {
        var chain = detection("a") + correlation("w", "a") + correlation("x", "a, w") + correlation("y", "a, x");
        assertThat(Rules.letters(Rules.resolve(chain, 3))).isEmpty();
        var rules = Rules.resolve(chain + correlation("z", "y, w"), 2);
        assertThat(rules.correlations()).extracting(rule -> rule.header().id()).containsExactly("w", "x");
        assertThat(Rules.letters(rules)).isEqualTo("""
                rules.yml:17:64: error: a chain of 3 correlations, where the job has stages for 2 [invalid-chain]
                  rule      Ty (y)
                  expected  a chain of at most 2
                  fix       give the job --correlation-stages 3
                rules.yml:21:61: error: the rule that it refers to was refused: Ty (y) [refused-reference]
                  rule      Tz (z)
                  expected  a rule in force
                  fix       mend that rule first
                """);
    }

    @Test
    void namesTheCircleAndRefusesWhatLeadsIntoIt() {
        var rules = Rules.resolve(
                detection("a")
                        + correlation("u", "a")
                        + correlation("v", "u, w")
                        + correlation("w", "x")
                        + correlation("x", "a, y")
                        + correlation("y", "w, z")
                        + correlation("z", "z"),
                3);
        assertThat(rules.correlations()).extracting(rule -> rule.header().id()).containsExactly("u");
        assertThat(rules.problems().stream()
                        .map(problem -> problem.position().line() + ":"
                                + problem.position().column() + " " + problem.found()))
                .containsExactly(
                        "13:64 the rule that it refers to was refused: Tw (w)",
                        "17:61 a circle of references: Tw (w) > Tx (x) > Ty (y) > Tw (w)",
                        "21:64 a circle of references: Tx (x) > Ty (y) > Tw (w) > Tx (x)",
                        "25:61 a circle of references: Ty (y) > Tw (w) > Tx (x) > Ty (y)",
                        "29:61 a circle of references: Tz (z) > Tz (z)");
    }

    @Test
    void namesNoMoreThanAFewRulesOfALongCircle() {
        var circle = IntStream.range(0, 50)
                .mapToObj(i -> correlation("c" + i, "c" + (i + 1) % 50))
                .collect(Collectors.joining());
        assertThat(Rules.resolve(circle, 3).problems().get(0).found())
                .isEqualTo("a circle of references:"
                        + " Tc0 (c0) > Tc1 (c1) > Tc2 (c2) > Tc3 (c3) > Tc4 (c4) > Tc5 (c5) > … > Tc0 (c0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", link: process"})
    void refusesALinkAcrossCorrelations(String link) {
        var rules = Rules.resolve(
                detection("a") + correlation("x", "a", link) + correlation("y", "a, x", ", link: process-tree"), 3);
        assertThat(Rules.letters(rules)).isEqualTo("""
                rules.yml:13:64: error: a correlation with a link refers to a correlation: Tx (x) [invalid-chain]
                  rule      Ty (y)
                  expected  rules that look at events, since a link follows their processes
                  fix       take the link out, or refer to the rules that 'Tx' refers to
                """);
    }

    @Test
    void takesFieldsThatTheEventsOfAnInnerCorrelationMayShare() {
        var rules = Rules.resolve(
                detection("a")
                        + correlation("x", "a", ", group-by: [ip, Host], aliases: {ip: {a: SourceIp}}")
                        + correlation("y", "x, a", ", group-by: [peer], aliases: {peer: {x: ip, a: User}}")
                        + correlation("z", "x, a", ", group-by: [Host, Mail]")
                        + correlation("w", "a", "")
                        + correlation("v", "w", ", group-by: [peer], aliases: {peer: {w: Peer}}"),
                3);
        assertThat(rules.problems()).isEmpty();
        var event = Rules.event("Security", 4624, """
                {"F": 1, "Mail": "m", "Peer": "p", "SourceIp": "s", "User": "u", "Other": "o"}""");
        assertThat(rules.observe(event).orElseThrow().event().fields())
                .containsKeys("Mail", "Peer", "SourceIp", "User")
                .doesNotContainKey("Other");
    }

    @Test
    void keepsCorrelationsQuietThatOthersReferTo() {
        var chain = detection("a") + correlation("x", "a") + correlation("y", "x");
        var quiet = Rules.resolve(chain, 3);
        assertThat(quiet.alertsAlone("a")).isFalse();
        assertThat(quiet.alertsAlone("x")).isFalse();
        assertThat(quiet.alertsAlone("y")).isTrue();
        var loud = Rules.resolve(chain + correlation("z", "x, a", ", group-by: [User], generate: true"), 3);
        assertThat(loud.alertsAlone("a")).isTrue();
        assertThat(loud.alertsAlone("x")).isTrue();
        var cut = Rules.resolve(chain, 1);
        assertThat(cut.alertsAlone("x")).isTrue();
    }

    @Test
    void letsGenerateSpeakForTheRulesThatItsCorrelationRefersToAlone() {
        var rules = Rules.resolve(
                detection("a") + correlation("x", "a") + correlation("y", "x", ", group-by: [User], generate: true"),
                3);
        assertThat(rules.alertsAlone("x")).isTrue();
        assertThat(rules.alertsAlone("a")).isFalse();
    }

    @Test
    void sortsOutLongChainsAndCirclesWithinASecond() {
        int most = 900;
        var chain = detection("a") + correlation("c0", "a") + chained("c", most) + correlation("c" + most, "c1");
        var circle = correlation("d0", "d" + most) + chained("d", most) + correlation("d" + most, "d899, c899");
        var parsed = new ArrayList<>(Rules.parse(chain));
        parsed.addAll(Rules.parse(circle));
        var cpu = ManagementFactory.getThreadMXBean();
        long start = cpu.getCurrentThreadCpuTime();
        var rules = RuleSet.compile(parsed, List.of(), 10_000);
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(rules.stage("c899")).isEqualTo(900);
        assertThat(rules.problems()).hasSize(901);
    }

    private static String chained(String name, int most) {
        return IntStream.range(1, most)
                .mapToObj(i -> correlation(name + i, name + (i - 1)))
                .collect(Collectors.joining());
    }
}
