package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.incident.IncidentMember;
import io.weir.match.RuleSet;
import java.util.List;

/** What the matches of one group of a correlation that is not linked add up to, in any order of arrival. */
public final class GroupCorrelator {

    private final HostRules rules;

    /** A correlator for the correlations of that rule set. */
    public GroupCorrelator(RuleSet rules, Horizons horizons) {
        this.rules = new HostRules(rules, horizons);
    }

    /**
     * What follows from a change of a group.
     *
     * @param changes of the alerts that stand
     * @param groupMatches on their way to the groups of correlations that refer to this one
     * @param members what the changes are to the incidents of the hosts that they touch
     * @param boundsReached how often a bound of the state cut something off
     */
    public record Outcome(
            List<AlertChange> changes, List<GroupMatch> groupMatches, List<IncidentMember> members, int boundsReached) {

        static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of(), 0);

        public Outcome {
            changes = List.copyOf(changes);
            groupMatches = List.copyOf(groupMatches);
            members = List.copyOf(members);
        }
    }

    /**
     * Takes in a change of the group whose memory is lent. A match of a correlation that is no more in force changes nothing.
     *
     * @param watermark in microseconds; {@link Long#MIN_VALUE} before the first
     */
    public Outcome observe(GroupMatch match, GroupMemory memory, long watermark) {
        return rules.plan()
                .correlation(match.meaning())
                .map(correlation -> new GroupChange(rules, correlation, memory, watermark).observe(match))
                .orElse(Outcome.NOTHING);
    }

    /**
     * Tells what has settled.
     *
     * @param key of the group, see {@link GroupMatch#key}
     * @param at the time that is asked about, in microseconds
     * @param watermark in microseconds
     */
    public Outcome settle(String key, long at, GroupMemory memory, long watermark) {
        return rules.plan()
                .correlation(GroupMatch.meaning(key))
                .map(correlation -> new GroupChange(rules, correlation, memory, watermark).settle(at))
                .orElse(Outcome.NOTHING);
    }

    /** The id of the correlation whose group has that key, or empty where it is no more in force. */
    public String rule(String key) {
        return rules.plan()
                .correlation(GroupMatch.meaning(key))
                .map(Correlation::id)
                .orElse("");
    }

    /** Which stage takes the match in, counted from 1. */
    public int stage(GroupMatch match) {
        return rules.stage(match);
    }

    /** Forgets a bucket and its events; no alert changes by it. */
    public void forget(long bucket, GroupMemory memory) {
        var forgotten = new LoadedBucket(bucket, memory, Weight.NONE).forget();
        forgotten.forEach(placed -> memory.removeEvent(placed.event()));
    }
}
