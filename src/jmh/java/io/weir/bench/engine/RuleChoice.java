package io.weir.bench.engine;

import io.weir.match.RuleSet;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import java.util.List;

/** Which rules a workload is matched against. */
enum RuleChoice {
    /** Those given. */
    ALL,

    /** Those of them that look for words in all values of an event. */
    KEYWORDS,

    /** Those given, and variants of them, {@link #MANY_RULES} together. */
    MANY;

    static final int MANY_RULES = 10_000;

    /** The rules chosen. */
    List<DetectionRule> of(List<DetectionRule> given) {
        return switch (this) {
            case ALL -> given;
            case KEYWORDS ->
                given.stream()
                        .filter(rule -> RuleTexts.items(rule).anyMatch(DetectionItem::isKeyword))
                        .toList();
            case MANY -> RuleVariants.of(given, MANY_RULES);
        };
    }

    /** The rules chosen, compiled anew: no plan of theirs is made yet. */
    RuleSet compiled(List<DetectionRule> given) {
        return RuleSet.compile(of(given));
    }
}
