package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.Problem;
import java.util.List;
import java.util.stream.Stream;

/** Runs every check. A further check is one more class, and one line here. */
final class Linter {

    private static final List<RuleCheck> OF_ONE_RULE = List.of(
            new IdentityCheck(),
            new TitleCheck(),
            new DescriptionCheck(),
            new DateCheck(),
            new ReferenceCheck(),
            new RelatedCheck(),
            new FalsePositiveCheck(),
            new TagCheck(AttackNames.load()),
            new KeyCheck(),
            new FileNameCheck(),
            new LogSourceCheck(),
            new EveryEventCheck(),
            new CorrelationStyleCheck());

    /** What is asked of selections, be they those of a rule or of a filter. */
    private static final List<RuleSetCheck> OF_SELECTIONS = List.of(
            ofEach(new ConditionCheck()),
            ofEach(new ModifierCheck()),
            ofEach(new ValueCheck()),
            ofEach(new KnownFieldCheck()),
            new FieldCheck(WindowsFields.load()));

    private static final List<RuleSetCheck> OF_ALL_RULES = List.of(
            new DuplicateCheck(),
            new FileNamePrefixCheck(),
            new ImpliedFieldCheck(),
            new ContradictionCheck(),
            new CoverageCheck(),
            new GroupByCheck(WindowsFields.load()));

    private Linter() {}

    /**
     * What is doubtful or wasteful in rules and filters that could be read, in no order. The checks know nothing of each other and run side by
     * side.
     */
    static List<Problem> lint(List<LintedRule> rules, List<LintedRule> filters, RuleSet inForce) {
        var ofRules = Stream.of(
                        OF_ALL_RULES.stream(),
                        OF_SELECTIONS.stream(),
                        OF_ONE_RULE.stream().map(Linter::ofEach))
                .flatMap(checks -> checks)
                .parallel()
                .flatMap(check -> found(check, rules, inForce).stream());
        var ofFilters = OF_SELECTIONS.stream().flatMap(check -> found(check, filters, inForce).stream());
        return Stream.concat(ofRules, ofFilters).toList();
    }

    private static RuleSetCheck ofEach(RuleCheck check) {
        return (rules, inForce, findings) -> rules.forEach(rule -> check.check(rule, findings));
    }

    private static List<Problem> found(RuleSetCheck check, List<LintedRule> rules, RuleSet inForce) {
        var findings = new Findings();
        check.check(rules, inForce, findings);
        return findings.problems();
    }
}
