package io.weir.correlate;

import java.util.List;

/**
 * A change of one group of a correlation that is not linked: an event of it, or an alert of a correlation that it refers to, comes or goes.
 *
 * @param meaning which correlation, and with which content
 * @param values the group-by values in the order of the rule, in lower case
 * @param witness the event or alert, with the matches that the correlation asks for
 * @param withdrawn whether it is no more part of the group
 */
public record GroupMatch(String meaning, List<String> values, Witness witness, boolean withdrawn) {

    public GroupMatch {
        values = List.copyOf(values);
    }

    /** What all matches of one group share: the key of the stream of group matches. */
    public String key() {
        return meaning + GroupKey.SEPARATOR + GroupKey.of(values);
    }

    /** The meaning of the correlation whose group has that key. */
    public static String meaning(String key) {
        int end = key.indexOf(GroupKey.SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    GroupMatch asWithdrawn() {
        return new GroupMatch(meaning, values, witness, true);
    }
}
