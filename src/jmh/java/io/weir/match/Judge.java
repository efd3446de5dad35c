package io.weir.match;

import io.weir.event.Event;
import io.weir.rule.DetectionRule;
import java.util.List;

/** The plain evaluator, for measuring: it looks at every rule that an event's channel and id admit. */
public final class Judge {

    private Judge() {}

    /** The rules that match the event, sorted by id. */
    public static List<DetectionRule> matching(RuleSet rules, Event event) {
        return rules.matchingByFullScan(event);
    }
}
