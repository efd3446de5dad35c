package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.List;

/**
 * The events that name a process by an id, as their own or as their parent's, for which a start, an end or a boot may mean that it is another process: all of them, and
 * perhaps some before and after. In canonical order; none for an empty id.
 */
final class NamedById {

    private final HostReader reader;
    private final LifeSpans lives;

    NamedById(HostReader reader, LifeSpans lives) {
        this.reader = reader;
        this.lives = lives;
    }

    /** Those that may be of the process that these are accounts of the start of, or of one that it ends: until the next start with the id. */
    List<MatchedEvent> aboutStarts(String pid, List<MatchedEvent> starts) {
        return events(pid, micros(starts.get(0)) - LifeSpans.AHEAD, micros(starts.get(starts.size() - 1)));
    }

    /** Those that are after an end of the process that has the id, or a start of the host; some are stamped before it, but to the second. */
    List<MatchedEvent> after(MatchedEvent over, String pid) {
        var near = events(pid, micros(over) - LifeSpans.COARSEST, micros(over));
        return near.isEmpty()
                ? near
                : near.stream()
                        .filter(event -> Clocks.order(over.event(), event.event()) < 0)
                        .toList();
    }

    /** Those that may be of the process that started so, and some that may be of another one with its id. */
    List<MatchedEvent> sinceStart(EventFacts start) {
        long micros = start.time().micros();
        return events(start.process().pid(), micros - LifeSpans.AHEAD, micros);
    }

    private List<MatchedEvent> events(String pid, long from, long lastMark) {
        if (pid.isEmpty()) {
            return List.of();
        }
        var key = ProcessKey.mentions(pid);
        // Most often nothing is: where the next start is need not be looked for then.
        return reader.node(key).isOverBefore(from) ? List.of() : reader.events(key, from, lives.until(pid, lastMark));
    }

    private static long micros(MatchedEvent event) {
        return event.event().time().micros();
    }
}
