package io.weir.incident;

import io.weir.alert.AlertRule;
import java.util.List;

/**
 * A change of one host's incidents: an alert that touches the host comes, or comes again saying something else, or goes. Times are microseconds of
 * event time, of the alert's events on that host.
 *
 * @param host in lower case
 * @param alert the alert's id
 * @param rule that made it
 * @param event the id of the earliest of its events
 * @param first when that happened
 * @param last when its latest event happened
 * @param ties what it shares with others: at least one, sorted, each once
 * @param withdrawn whether the alert stands no more
 */
public record IncidentMember(
        String host,
        String alert,
        AlertRule rule,
        String event,
        long first,
        long last,
        List<Tie> ties,
        boolean withdrawn) {

    public IncidentMember {
        ties = List.copyOf(ties);
        if (last < first) {
            throw new IllegalArgumentException("it ends no earlier than it begins, found " + first + " to " + last);
        }
    }

    /** The same, going. */
    public IncidentMember asWithdrawn() {
        return new IncidentMember(host, alert, rule, event, first, last, ties, true);
    }

    /** Whether it says all that the other one said, and at most has more ties: such a change parts nothing that was together. */
    boolean goesOnFrom(IncidentMember other) {
        return rule.equals(other.rule)
                && event.equals(other.event)
                && first == other.first
                && last == other.last
                && other.ties.stream().allMatch(tie -> ties.stream().anyMatch(own -> own.covers(tie)));
    }
}
