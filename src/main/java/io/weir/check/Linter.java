package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.Problem;
import java.util.List;

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
            new ConditionCheck(),
            new ModifierCheck(),
            new ValueCheck(),
            new KnownFieldCheck(),
            new FieldCheck(WindowsFields.load()),
            new EveryEventCheck(),
            new CorrelationStyleCheck());

    private static final List<RuleSetCheck> OF_ALL_RULES = List.of(
            new DuplicateCheck(),
            new FileNamePrefixCheck(),
            new ImpliedFieldCheck(),
            new ContradictionCheck(),
            new CoverageCheck(),
            new GroupByCheck(WindowsFields.load()));

    private Linter() {}

    /** What is doubtful or wasteful in rules that could be read, in no order. */
    static List<Problem> lint(List<LintedRule> rules, RuleSet inForce) {
        var findings = new Findings();
        rules.forEach(rule -> OF_ONE_RULE.forEach(check -> check.check(rule, findings)));
        OF_ALL_RULES.forEach(check -> check.check(rules, inForce, findings));
        return findings.problems();
    }
}
