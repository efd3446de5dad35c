package io.weir.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.DetectionRule;
import io.weir.rule.RuleHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleVariantsTest {

    private static final String SELECTION =
            "{Image|endswith: '\\certutil.exe', CommandLine|contains: [' -urlcache', '*.dat']}";

    @Test
    void variantsAreInForceBesideTheRulesAndDiffer() {
        var rules = RuleVariants.of(rules("selection: " + SELECTION, "selection"), 50);

        assertThat(RuleSet.compile(rules).detections()).hasSize(50);
        assertThat(rules)
                .extracting(DetectionRule::header)
                .extracting(RuleHeader::id)
                .doesNotHaveDuplicates();
        assertThat(rules.stream().map(RuleVariantsTest::texts).distinct().count())
                .isGreaterThan(40);
    }

    @Test
    void theSameRulesMakeTheSameVariants() {
        var rules = rules("selection: " + SELECTION, "selection");

        assertThat(RuleVariants.of(rules, 20)).isEqualTo(RuleVariants.of(rules, 20));
    }

    @Test
    void aWordIsReplacedAndTheRestOfTheTextStays() {
        var variant = variant("selection: " + SELECTION, "selection");

        assertThat(texts(variant).get(0)).startsWith("\\").endsWith(".exe").isNotEqualTo("\\certutil.exe");
    }

    @Test
    void whatIsFilteredStays() {
        var variant =
                variant("selection: " + SELECTION + ", filter_main: {User: 'SYSTEM'}", "selection and not filter_main");

        assertThat(texts(variant)).contains("SYSTEM");
    }

    @Test
    void numbersAndNetworksStay() {
        var variant = variant(
                "selection: {CommandLine: 'certutil', DestinationPort: 443, DestinationIp|cidr: '10.0.0.0/8', EventID: '4688'}",
                "selection");

        assertThat(texts(variant)).contains("10.0.0.0/8", "4688");
    }

    @Test
    void anExpressionIsStillOne() {
        var variants = RuleVariants.of(
                rules(
                        "selection: {CommandLine|re: '(?i)\\s(?<name>certutil|[a-z]+\\\\wscript)\\b\\x41\\p{L}{2,}$'}",
                        "selection"),
                200);

        assertThat(RuleSet.compile(variants).problems()).isEmpty();
    }

    @Test
    void whereThereIsNoWordThereIsNoVariant() {
        assertThat(RuleVariants.of(rules("selection: {EventID: 1102}", "selection"), 10))
                .hasSize(1);
    }

    @Test
    void whatManyRulesLookForStays() {
        var many = IntStream.range(0, 40)
                .mapToObj(i -> rules(
                        i,
                        "selection: {Image|endswith: '\\powershell.exe', CommandLine: 'word%d'}".formatted(i),
                        "selection"))
                .flatMap(List::stream)
                .toList();

        assertThat(RuleVariants.of(many, 80))
                .allSatisfy(rule -> assertThat(texts(rule)).contains("\\powershell.exe"));
    }

    private static DetectionRule variant(String selections, String condition) {
        return RuleVariants.of(rules(selections, condition), 2).get(1);
    }

    private static List<String> texts(DetectionRule rule) {
        return RuleTexts.texts(RuleTexts.items(rule)).toList();
    }

    private static List<DetectionRule> rules(String selections, String condition) {
        return rules(0, selections, condition);
    }

    private static List<DetectionRule> rules(int number, String selections, String condition) {
        var yaml = """
                title: t
                id: 00000000-0000-4000-8000-%012d
                logsource: {product: windows, category: process_creation}
                detection: {%s, condition: %s}
                level: low
                """.formatted(number, selections, condition);
        var parsed = RuleParser.parse(List.of(new RuleFile("rule.yml", yaml.getBytes(StandardCharsets.UTF_8))));
        assertThat(parsed.problems()).isEmpty();
        return parsed.rules().stream().map(DetectionRule.class::cast).toList();
    }
}
