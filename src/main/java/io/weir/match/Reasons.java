package io.weir.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why a rule matched: each reason once, in the order of the rule, and no more than a match may carry. */
final class Reasons {

    private final Set<MatchedField> found = new LinkedHashSet<>();

    void add(MatchedField reason) {
        if (found.size() < RuleMatch.MOST_REASONS) {
            found.add(reason);
        }
    }

    List<MatchedField> list() {
        return List.copyOf(found);
    }
}
