package io.weir.match;

import java.util.List;

/**
 * That a rule matched an event.
 *
 * @param rule the rule's id
 * @param hash the content hash of the rule, so that two meanings of one id are never mixed
 * @param matched why, in the order of the rule; at most {@link #MOST_REASONS}
 */
public record RuleMatch(String rule, String hash, List<MatchedField> matched) {

    /** More reasons than these are not kept. */
    public static final int MOST_REASONS = 64;

    public RuleMatch {
        matched = List.copyOf(matched);
        if (matched.size() > MOST_REASONS) {
            throw new IllegalArgumentException("at most " + MOST_REASONS + " reasons, found " + matched.size());
        }
    }
}
