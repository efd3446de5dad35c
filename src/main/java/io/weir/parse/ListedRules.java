package io.weir.parse;

import io.weir.rule.ProblemCode;
import io.weir.rule.RuleReference;
import java.util.List;

/** Reads the rules that a correlation lists (Sigma correlation rules specification, "Related rules"). */
final class ListedRules {

    /** How many rules a correlation may refer to. */
    static final int MOST = 1_000;

    private static final String KEY = "rules";
    private static final String EXPECTED = "a list of ids or names of rules";

    private ListedRules() {}

    /** The references in their order; as in pySigma there may be none where the condition names rules. */
    static List<RuleReference> read(Section correlation) {
        var references = correlation.scalars(KEY);
        references.forEach(reference -> refuseEmpty(reference, correlation.log()));
        if (references.isEmpty() && !namesRulesInCondition(correlation)) {
            refuseNone(correlation);
        }
        refuseMany(references.size(), correlation, KEY);
        return references.stream()
                .map(reference -> new RuleReference(reference.text(), reference.position()))
                .toList();
    }

    /** Adds a problem where the correlation refers to more rules than it may, in the value of that key. */
    static void refuseMany(int rules, Section correlation, String key) {
        if (rules > MOST) {
            correlation
                    .log()
                    .add(
                            ProblemCode.TOO_LARGE,
                            correlation.positionOf(key),
                            "a correlation of more than " + MOST + " rules",
                            "at most " + MOST + " rules");
        }
    }

    private static void refuseEmpty(Yaml.Scalar reference, ProblemLog log) {
        if (reference.text().isBlank()) {
            log.add(
                    ProblemCode.EMPTY_VALUE,
                    reference.position(),
                    "an empty reference",
                    "the id or the name of a rule");
        }
    }

    private static boolean namesRulesInCondition(Section correlation) {
        return correlation
                .find("condition")
                .filter(condition -> condition instanceof Yaml.Scalar)
                .isPresent();
    }

    private static void refuseNone(Section correlation) {
        if (!correlation.has(KEY)) {
            correlation.miss("the correlation", KEY, EXPECTED);
        } else if (correlation.hasEmptyList(KEY)) {
            correlation
                    .log()
                    .add(ProblemCode.EMPTY_VALUE, correlation.positionOf(KEY), "a correlation of no rules", EXPECTED);
        }
    }
}
