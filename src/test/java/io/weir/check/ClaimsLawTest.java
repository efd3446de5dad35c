package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.event.Event;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is claimed of rules, held against the evaluator itself: no event may prove a claim wrong. {@code -Dseed=N} runs one history again. */
class ClaimsLawTest {

    private static final int RULES = 40;
    private static final int EVENTS = 300;
    private static final int HISTORIES = 60;

    static LongStream seeds() {
        var replayed = Long.getLong("seed");
        return replayed == null ? LongStream.range(0, HISTORIES) : LongStream.of(replayed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noEventProvesAClaimWrong(long seed) {
        var random = new RandomRules(seed);
        var files = random.rules(RULES);
        var checked = Claims.check(files);
        var claims = Claims.of(checked);
        var selections = selections(files, claims);
        for (int i = 0; i < EVENTS; i++) {
            var event = random.event();
            var ids = ids(checked.loaded().rules(), event);
            assertThat(claims.covered()).allMatch(claim -> !ids.contains(claim.narrow()) || ids.contains(claim.wide()));
            assertThat(ids).noneMatch(claims.dead()::contains);
            assertThat(ids(selections, event)).isEmpty();
        }
    }

    /** A rule for each selection said to be dead, which matches what is in it. */
    private static RuleSet selections(List<RuleFile> files, Claims claims) {
        var rules = claims.deadSelections().stream()
                .map(dead -> files.stream()
                        .filter(file -> file.name().equals(dead.rule() + ".yml"))
                        .findFirst()
                        .orElseThrow()
                        .bytes())
                .toList();
        var probes = IntStream.range(0, rules.size())
                .mapToObj(i -> new RuleFile(
                        "p" + i + ".yml",
                        new String(rules.get(i), UTF_8)
                                .replaceAll("id: r[0-9]+", "id: p" + i)
                                .replaceAll(
                                        "condition: .*",
                                        "condition: "
                                                + claims.deadSelections().get(i).selection())
                                .getBytes(UTF_8)))
                .toList();
        var parsed = RuleParser.parse(probes);
        assertThat(parsed.problems()).isEmpty();
        return RuleSet.compile(parsed.rules());
    }

    @Test
    void thereAreClaimsOfEachKind() {
        var claims = LongStream.range(0, HISTORIES)
                .mapToObj(seed -> Claims.of(Claims.check(new RandomRules(seed).rules(RULES))))
                .toList();
        assertThat(claims.stream().mapToInt(all -> all.covered().size()).sum()).isGreaterThan(100);
        assertThat(claims.stream().mapToInt(all -> all.dead().size()).sum()).isGreaterThan(4);
        assertThat(claims.stream().mapToInt(all -> all.deadSelections().size()).sum())
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"Image, 1", "Data, 0", "process.args, 0"})
    void claimsNoConflictOfValuesWhereAFieldMayHaveSeveral(String field, int claims) {
        var rule = """
                title: Two Values of One Field
                id: r0
                logsource: {product: windows, service: application}
                detection:
                    s0: {'%s|startswith|all': [sa, Reason]}
                    condition: s0
                """.formatted(field);

        var checked = Claims.check(List.of(new RuleFile("r0.yml", rule.getBytes(UTF_8))));

        assertThat(Claims.of(checked).deadSelections()).hasSize(claims);
    }

    @ParameterizedTest
    @CsvSource({"narrow, 1", "wide, 0", "any, 1"})
    void aRuleCoversNoMoreThanFiltersLeaveOfIt(String filtered, int claims) {
        var rules = """
                title: Wide
                id: wide
                logsource: {product: windows}
                detection: {s: {Image|contains: a}, condition: s}
                ---
                title: Narrow
                id: narrow
                logsource: {product: windows}
                detection: {s: {Image|contains: ab}, condition: s}
                ---
                title: Filter
                logsource: {product: windows}
                filter: {rules: %s, s: {User: a}, condition: not s}
                """.formatted(filtered);

        var checked = Claims.check(List.of(new RuleFile("r0.yml", rules.getBytes(UTF_8))));

        assertThat(checked.loaded().inForce()).isEqualTo(2);
        assertThat(Claims.of(checked).covered()).hasSize(claims);
    }

    private static Set<String> ids(RuleSet rules, Event event) {
        return rules.matching(event).stream().map(rule -> rule.header().id()).collect(Collectors.toSet());
    }
}
