package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;

/** Which processes have groups of linked correlations: those with an event that matches the first step, where there is an order, else any step. */
final class Ownership {

    private final HostReader reader;
    private final Twins twins;
    private final LifeSpans lives;
    private final ProcessTree tree;

    Ownership(HostReader reader, Twins twins, LifeSpans lives, ProcessTree tree) {
        this.reader = reader;
        this.twins = twins;
        this.lives = lives;
        this.tree = tree;
    }

    boolean has(ProcessRef process, Correlation correlation) {
        boolean byGuid = !process.guid().isEmpty()
                && reader.node(process.guid()).firstSteps().containsKey(correlation.meaning());
        return byGuid
                || tree.starts(process).stream().anyMatch(start -> hasById(process, start, correlation));
    }

    /** Whether one of the events that name its id at its time is such an event of it. */
    private boolean hasById(ProcessRef process, EventFacts start, Correlation correlation) {
        var pid = start.process().pid();
        var key = ProcessKey.mentions(pid);
        long micros = start.time().micros();
        return !pid.isEmpty()
                && reader.node(key).firstSteps().containsKey(correlation.meaning())
                && reader.someEvents(key, micros - LifeSpans.AHEAD, lives.until(pid, micros))
                        .filter(event -> event.event().process().pid().equals(pid))
                        .anyMatch(event -> begins(process, event, correlation));
    }

    private boolean begins(ProcessRef process, MatchedEvent event, Correlation correlation) {
        var speaker = twins.speaker(event);
        return correlation.mayHaveGroupOf(twins.merged(speaker))
                && tree.process(speaker.event())
                        .filter(one -> one.name().equals(process.name()))
                        .isPresent();
    }
}
