package io.weir.incident;

import io.weir.alert.AlertRule;

/**
 * What one rule contributed to an incident.
 *
 * @param first when the earliest event of its alerts happened, in microseconds of event time
 * @param last the latest
 * @param alerts how many there are
 */
public record Stage(AlertRule rule, long first, long last, int alerts) {

    static Stage of(IncidentMember member) {
        return new Stage(member.rule(), member.first(), member.last(), 1);
    }

    Stage and(Stage other) {
        return new Stage(rule, Math.min(first, other.first), Math.max(last, other.last), alerts + other.alerts);
    }
}
