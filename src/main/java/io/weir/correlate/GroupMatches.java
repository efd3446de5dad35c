package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What groups have to be told where something is to them now that it was not before. */
final class GroupMatches {

    private GroupMatches() {}

    /** What was and is no more, withdrawn, then what is new or other than it was; in a fixed order. */
    static List<GroupMatch> between(List<GroupMatch> before, List<GroupMatch> after) {
        if (before.isEmpty() && after.size() < 2) {
            return after;
        }
        var old = byPlace(before);
        var now = byPlace(after);
        var changes = new ArrayList<GroupMatch>();
        old.forEach((place, match) -> {
            if (!now.containsKey(place)) {
                changes.add(match.asWithdrawn());
            }
        });
        now.forEach((place, match) -> {
            if (!match.equals(old.get(place))) {
                changes.add(match);
            }
        });
        return changes;
    }

    private static Map<String, GroupMatch> byPlace(List<GroupMatch> matches) {
        var byPlace = new TreeMap<String, GroupMatch>();
        for (var match : matches) {
            byPlace.putIfAbsent(match.witness().id() + match.key(), match);
        }
        return byPlace;
    }
}
