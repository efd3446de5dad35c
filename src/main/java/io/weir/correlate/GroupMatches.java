package io.weir.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What groups have to be told where something is to them now that it was not before. */
final class GroupMatches {

    private GroupMatches() {}

    /** What was and is no more, withdrawn, then what is new or other than it was; in a fixed order. */
    static List<GroupMatch> between(Stream<GroupMatch> before, Stream<GroupMatch> after) {
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

    private static Map<String, GroupMatch> byPlace(Stream<GroupMatch> matches) {
        return matches.collect(Collectors.toMap(
                match -> match.witness().id() + match.key(), match -> match, (one, same) -> one, TreeMap::new));
    }
}
