package io.weir.match;

import java.util.List;

/**
 * An event that matters: rules matched it, or it tells of a process's life, or both. The one thing that crosses the shuffle to its host.
 *
 * @param event what travels of it
 * @param matches sorted by rule id; none where it is only the life of a process
 */
public record MatchedEvent(EventFacts event, List<RuleMatch> matches) {
    public MatchedEvent {
        matches = List.copyOf(matches);
    }
}
