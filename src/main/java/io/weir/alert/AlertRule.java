package io.weir.alert;

import io.weir.rule.RuleHeader;
import java.util.List;

/**
 * The rule that made an alert, as the alert shows it.
 *
 * @param level Sigma's word, in lower case
 */
public record AlertRule(String id, String title, String level, List<String> tags) {
    public AlertRule {
        tags = List.copyOf(tags);
    }

    /** What an alert shows of that rule. */
    public static AlertRule of(RuleHeader header) {
        return new AlertRule(header.id(), header.title(), header.level().label(), header.tags());
    }
}
