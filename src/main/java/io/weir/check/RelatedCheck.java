package io.weir.check;

import io.weir.parse.Yaml;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.Optional;
import java.util.Set;

/** {@code related}: a list of maps, each of an id and a kind of relation (Sigma rules specification, "Related"). */
final class RelatedCheck implements RuleCheck {

    private static final Set<String> KINDS =
            Set.of("correlation", "derived", "merged", "obsolete", "renamed", "similar");

    private static final String EXPECTED =
            "a list of maps with id and type, one of correlation, derived, merged, obsolete, renamed, similar";

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.find("related").ifPresent(related -> {
            if (related instanceof Yaml.Sequence list) {
                list.items().forEach(item -> check(item, rule, findings));
            } else {
                report(rule, related.position(), "'related' is " + related.described(), findings);
            }
        });
    }

    private static void check(Yaml item, LintedRule rule, Findings findings) {
        if (!(item instanceof Yaml.Mapping map)) {
            report(rule, item.position(), "a relation is " + item.described(), findings);
            return;
        }
        var kind = text(map, "type");
        if (text(map, "id").isEmpty()) {
            report(rule, item.position(), "a relation without an id", findings);
        }
        if (kind.filter(KINDS::contains).isEmpty()) {
            report(
                    rule,
                    item.position(),
                    kind.map(word -> "a relation of type " + Shown.of(word)).orElse("a relation without a type"),
                    findings);
        }
    }

    private static Optional<String> text(Yaml.Mapping map, String key) {
        return map.find(key)
                .flatMap(entry -> entry.value() instanceof Yaml.Scalar scalar && !scalar.isNull()
                        ? Optional.of(scalar.text())
                        : Optional.empty());
    }

    private static void report(LintedRule rule, Position place, String found, Findings findings) {
        findings.add(rule, ProblemCode.RELATED, place, found, EXPECTED, "");
    }
}
