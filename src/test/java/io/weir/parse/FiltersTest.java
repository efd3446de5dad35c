package io.weir.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.rule.DetectionRule;
import io.weir.rule.SigmaRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final String RULE = """
            title: R
            id: aaaa1111
            name: one
            logsource: {product: windows, category: process_creation}
            detection:
                selection_a: {A: 1}
                selection_b: {B: 1}
                condition: %s
            """;

    private static String filter(String id, String rest) {
        return "title: Filter %s\nid: %s\nlogsource: {product: windows}\nfilter:\n%s".formatted(id, id, rest.indent(4));
    }

    private static final String ADMINS = filter("f1", "rules: [one]\nselection: {User: adm}\ncondition: not selection");

    /** The rule of the first file once the files are put together. */
    private static DetectionRule filtered(String... files) {
        var parsed = RuleParser.parse(IntStream.range(0, files.length)
                .mapToObj(i -> Rules.file(i + ".yml", files[i]))
                .toList());
        assertThat(parsed.problems()).isEmpty();
        return parsed.rules().stream()
                .filter(rule -> rule.header().title().equals("R"))
                .map(DetectionRule.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> conditions(DetectionRule rule) {
        return rule.detection().conditions().stream().map(Said::by).toList();
    }

    @Test
    void theConditionsOfRuleAndFilterMustBothHold() {
        var rule = filtered(RULE.formatted("selection_a or selection_b"), ADMINS);
        assertThat(conditions(rule)).containsExactly("and(or(selection_a, selection_b), not(_filter1_selection))");
        assertThat(rule.detection().selections().keySet())
                .containsExactly("selection_a", "selection_b", "_filter1_selection");
        assertThat(Said.by(Objects.requireNonNull(rule.detection().selections().get("_filter1_selection"))))
                .isEqualTo("User|['adm']");
    }

    @Test
    void eachOfSeveralConditionsIsFiltered() {
        assertThat(conditions(filtered(RULE.formatted("[selection_a, selection_b]"), ADMINS)))
                .containsExactly(
                        "and(selection_a, not(_filter1_selection))", "and(selection_b, not(_filter1_selection))");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 of them | ONE(them)",
                "all of selection_* | ALL(selection_*)",
                "1 of *_a | ONE(*_a)",
            })
    void patternsOfTheRuleLeaveTheFilterOut(String condition, String kept) {
        var rule = filtered(RULE.formatted("'" + condition + "'"), ADMINS);
        assertThat(conditions(rule)).containsExactly("and(" + kept + ", not(_filter1_selection))");
    }

    @Test
    void evenPatternsThatBeginWithAnUnderscoreDo() {
        var rule = filtered(RULE.formatted("1 of _*").replace("selection_", "_selection_"), ADMINS);
        assertThat(conditions(rule)).containsExactly("and(or(_selection_a, _selection_b), not(_filter1_selection))");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "not 1 of them | not(or(_filter1_selection_a, _filter1_selection_b))",
                "all of selection_* | and(_filter1_selection_a, _filter1_selection_b)",
                "1 of *_b and selection_a | and(or(_filter1_selection_b), _filter1_selection_a)",
                "1 of _* | or(_filter1__own)",
            })
    void patternsOfTheFilterLeaveTheRuleOut(String condition, String spelledOut) {
        var filter = filter("f1", """
                rules: [one]
                selection_a: {User: adm}
                selection_b: {User: svc}
                _own: {User: me}
                condition: %s""".formatted(condition));
        assertThat(conditions(filtered(RULE.formatted("selection_a"), filter)))
                .containsExactly("and(selection_a, " + spelledOut + ")");
    }

    @Test
    void severalFiltersOfOneRuleDoNotMeet() {
        var services = filter("f2", "rules: any\nselection: {User: svc}\ncondition: selection");
        var rule = filtered(RULE.formatted("selection_a"), ADMINS, services);
        assertThat(conditions(rule)).containsExactly("and(selection_a, not(_filter1_selection), _filter2_selection)");
    }

    @Test
    void aSelectionOfTheRuleKeepsItsName() {
        var rule = filtered(RULE.formatted("_filter1_selection").replace("selection_a", "_filter1_selection"), ADMINS);
        assertThat(conditions(rule)).containsExactly("and(_filter1_selection, not(_filter2_selection))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "aaaa1111", "AAAA1111", "any", "ANY", "[one]", "[aaaa1111]", "[one, aaaa1111]"})
    void rulesAreNamedByNameByIdOrAllAtOnce(String rules) {
        var filter = filter("f1", "rules: " + rules + "\nselection: {User: adm}\ncondition: not selection");
        assertThat(conditions(filtered(RULE.formatted("selection_a"), filter)))
                .containsExactly("and(selection_a, not(_filter1_selection))");
    }

    @Test
    void aFilterForAnyIsForTheRulesOfItsLogSource() {
        var other = RULE.formatted("selection_a")
                .replace("aaaa1111", "r2")
                .replace("name: one", "name: two")
                .replace("title: R", "title: Other")
                .replace("process_creation", "dns_query");
        var filter = filter("f1", "rules: any\nselection: {User: adm}\ncondition: not selection")
                .replace("windows}", "windows, category: dns_query}");
        assertThat(conditions(filtered(RULE.formatted("selection_a"), filter, other)))
                .containsExactly("selection_a");
        assertThat(conditions(filtered(other.replace("title: Other", "title: R"), filter)))
                .containsExactly("and(selection_a, not(_filter1_selection))");
    }

    @Test
    void theOrderOfFilesMakesNoDifference() {
        assertThat(conditions(filtered(ADMINS, RULE.formatted("selection_a"))))
                .isEqualTo(conditions(filtered(RULE.formatted("selection_a"), ADMINS)));
        assertThat(filtered(ADMINS + "---\n" + RULE.formatted("selection_a"))
                        .header()
                        .hash())
                .isEqualTo(
                        filtered(RULE.formatted("selection_a"), ADMINS).header().hash());
    }

    @Test
    void aFilterThatIsForSomeRulesThatAreThereIsAppliedToThose() {
        var parsed = RuleParser.parse(List.of(
                Rules.file("r.yml", RULE.formatted("selection_a")),
                Rules.file("f.yml", ADMINS.replace("[one]", "[nope, one]"))));
        assertThat(parsed.problems()).hasSize(1);
        assertThat(conditions((DetectionRule) parsed.rules().get(0)))
                .containsExactly("and(selection_a, not(_filter1_selection))");
    }

    @Test
    void aBrokenFilterLeavesTheRuleAsItIs() {
        var parsed = RuleParser.parse(List.of(
                Rules.file("r.yml", RULE.formatted("selection_a")),
                Rules.file("f.yml", ADMINS.replace("not selection", "not"))));
        assertThat(parsed.problems()).hasSize(1);
        assertThat(conditions((DetectionRule) parsed.rules().get(0))).containsExactly("selection_a");
    }

    @Test
    void theHashTellsWhatTheRuleMeans() {
        var plain = filtered(RULE.formatted("selection_a")).header();
        var admins = filtered(RULE.formatted("selection_a"), ADMINS).header();
        var others = filtered(RULE.formatted("selection_a"), ADMINS.replace("adm", "root"))
                .header();
        var retitled = filtered(RULE.formatted("selection_a"), "# note\n" + ADMINS.replace("Filter f1", "Admins"))
                .header();
        assertThat(List.of(plain.hash(), admins.hash(), others.hash())).doesNotHaveDuplicates();
        assertThat(retitled.hash()).isEqualTo(admins.hash());
        assertThat(admins.id()).isEqualTo(plain.id());
    }

    @Test
    void oneRuleTakesABoundedNumberOfFilters() {
        var filters = IntStream.rangeClosed(0, Filters.MOST_OF_ONE_RULE)
                .mapToObj(i -> filter("f" + i, "rules: any\nselection: {User: adm}\ncondition: not selection"))
                .collect(Collectors.joining("---\n"));
        var parsed = RuleParser.parse(
                List.of(Rules.file("r.yml", RULE.formatted("selection_a")), Rules.file("f.yml", filters)));
        assertThat(parsed.problems()).hasSize(1);
        assertThat(parsed.problems().get(0).found()).isEqualTo("more than 100 filters for 'R (aaaa1111)'");
        SigmaRule rule = parsed.rules().get(0);
        assertThat(((DetectionRule) rule).detection().selections()).hasSize(2 + Filters.MOST_OF_ONE_RULE);
    }

    /** The structure of the specification's one example: no id, several rules by id, one log source for all. */
    @Test
    void readsTheExampleOfTheSpecification() {
        var filter = """
                title: Names of our administrators
                description: Their accounts begin with adm_
                logsource:
                    category: process_creation
                    product: windows
                filter:
                    rules:
                        - aaaa1111 # packed data
                        - aaaa2222 # started on a jump host
                    selection:
                        User|startswith: 'adm_'
                    condition: selection
                """;
        var other = RULE.replace("aaaa1111", "aaaa2222")
                .replace("title: R", "title: S")
                .replace("name: one\n", "");
        var parsed = RuleParser.parse(List.of(
                Rules.file("r.yml", RULE.formatted("selection_a")),
                Rules.file("s.yml", other.formatted("selection_b")),
                Rules.file("f.yml", filter)));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.rules().stream().map(DetectionRule.class::cast).map(FiltersTest::conditions))
                .containsExactly(
                        List.of("and(selection_a, _filter1_selection)"),
                        List.of("and(selection_b, _filter1_selection)"));
    }
}
