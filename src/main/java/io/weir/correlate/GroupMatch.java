package io.weir.correlate;

import io.weir.alert.Lineage;
import io.weir.match.MatchedEvent;
import java.util.List;

/**
 * A change of one group of a correlation that is not linked: an event of it comes, or goes.
 *
 * @param meaning which correlation, and with which content
 * @param values the group-by values in the order of the rule, in lower case
 * @param event the event, with the matches that the correlation asks for
 * @param lineage of the processes that the event names
 * @param withdrawn whether the event is no more part of the group
 */
public record GroupMatch(
        String meaning, List<String> values, MatchedEvent event, List<Lineage> lineage, boolean withdrawn) {

    public GroupMatch {
        values = List.copyOf(values);
        lineage = List.copyOf(lineage);
    }

    /** What all matches of one group share: the key of the stream of group matches. */
    public String key() {
        return meaning + '\0' + String.join("\0", values);
    }

    GroupMatch asWithdrawn() {
        return new GroupMatch(meaning, values, event, lineage, true);
    }
}
