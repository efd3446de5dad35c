package io.weir.parse;

import io.weir.rule.Detection;
import io.weir.rule.DetectionRule;
import io.weir.rule.LogSource;
import io.weir.rule.Position;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import java.util.List;

/**
 * A tuning of other rules: what must hold of an event, too, for them to match it (Sigma filters specification).
 *
 * @param header what the filter says of itself
 * @param logSource the log sources whose rules it may be applied to
 * @param isForAny whether it is for every rule of such a log source
 * @param rules the rules that it is for; none where it is for any
 * @param rulesPosition where the filter says which rules it is for
 * @param detection its selections, and one condition over them
 * @param log where problems of it go
 */
record Filter(
        RuleHeader header,
        LogSource logSource,
        boolean isForAny,
        List<RuleReference> rules,
        Position rulesPosition,
        Detection detection,
        ProblemLog log) {

    Filter {
        rules = List.copyOf(rules);
    }

    /** The rule that would look for what the filter looks for. */
    DetectionRule asRule() {
        return new DetectionRule(header, logSource, detection);
    }

    /** Whether the filter's log source takes in the other: what the filter states of it, the other states, too. */
    boolean takesIn(LogSource other) {
        return fits(logSource.product(), other.product())
                && fits(logSource.category(), other.category())
                && fits(logSource.service(), other.service());
    }

    private static boolean fits(String stated, String other) {
        return stated.isEmpty() || stated.equals(other);
    }
}
