package io.weir.match;

import io.weir.event.Event;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.SigmaRule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rules compiled once, ready to run. Immutable; safe to share between threads.
 *
 * <p>Every rule given is accounted for: in force, or refused with a problem. A correlation that refers to a rule which is not in
 * force is refused, too.
 */
public final class RuleSet {

    private RuleSet() {}

    /** Compiles the rules and resolves what correlations refer to, by id and by name. Never throws for what a rule says. */
    public static RuleSet compile(Collection<? extends SigmaRule> rules) {
        return new RuleSet();
    }

    /** Why rules were refused, in the order of the files. */
    public List<Problem> problems() {
        return List.of();
    }

    /** The detection rules in force, sorted by id. */
    public List<DetectionRule> detections() {
        return List.of();
    }

    /** The correlation rules in force, sorted by id; their references are ids. */
    public List<CorrelationRule> correlations() {
        return List.of();
    }

    /** The rules that match the event, sorted by id. */
    public List<DetectionRule> matching(Event event) {
        return List.of();
    }

    /** What travels on of the event, or none where no rule matches it and it tells of no process's life. */
    public Optional<MatchedEvent> observe(Event event) {
        return Optional.empty();
    }

    /** The rule in force of that id. */
    public Optional<SigmaRule> rule(String id) {
        return Optional.empty();
    }

    /** Whether a match of that detection rule makes an alert of its own. */
    public boolean alertsAlone(String id) {
        return id.isEmpty();
    }
}
