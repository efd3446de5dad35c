package io.weir.correlate;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.alert.AlertJson;
import io.weir.correlate.GroupHistory.Difference;
import io.weir.incident.IncidentMember;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert of what was found in a group.
 *
 * @param matches what it is to the correlations that refer to this one
 * @param members what it is to the incidents of the hosts that it touches
 */
record MadeAlert(Finding finding, Alert alert, List<GroupMatch> matches, List<IncidentMember> members) {

    /** What is to be told: not what was told already as it is, where an event has changed and nothing of it that the alert shows. */
    static List<MadeAlert> news(List<MadeAlert> was, List<MadeAlert> is, Difference difference) {
        if (difference.bounded() || difference.kept().isEmpty()) {
            return is;
        }
        var told = was.stream().map(MadeAlert::body).toList();
        return is.stream()
                .filter(made -> !difference.kept().contains(made.finding) || !told.contains(made.body()))
                .toList();
    }

    static List<GroupMatch> matches(List<MadeAlert> made) {
        var matches = new ArrayList<GroupMatch>();
        made.forEach(one -> matches.addAll(one.matches));
        return matches;
    }

    static List<IncidentMember> members(List<MadeAlert> made) {
        var members = new ArrayList<IncidentMember>();
        made.forEach(one -> members.addAll(one.members));
        return members;
    }

    AlertChange change(long sequence, Difference difference) {
        return new AlertChange(alert.id(), body(), sequence, difference.bounded(), difference.heldBackBefore(finding));
    }

    private String body() {
        return AlertJson.body(alert);
    }
}
