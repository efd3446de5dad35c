package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes have groups of linked correlations: those with an event that matches the first step, where there is an order, else any step. */
final class Ownership {

    /** How many events that name a GUID are looked at: that none of so many is of its process would take telemetry that contradicts itself. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final HostReader reader;
    private final Twins twins;
    private final LifeSpans lives;
    private final ProcessTree tree;
    private final Map<Question, Boolean> answers = new HashMap<>();

    /** {@link ProcessRef} says more than what is asked about. */
    private record Question(String process, String guid, String meaning) {}

    Ownership(HostReader reader, Twins twins, LifeSpans lives, ProcessTree tree) {
        this.reader = reader;
        this.twins = twins;
        this.lives = lives;
        this.tree = tree;
    }

    boolean has(ProcessRef process, Correlation correlation) {
        var question = new Question(process.name(), process.guid(), correlation.meaning());
        var known = answers.get(question);
        if (known == null) {
            known = find(process, correlation);
            answers.put(question, known);
        }
        return known;
    }

    private boolean find(ProcessRef process, Correlation correlation) {
        if (hasByGuid(process, correlation)) {
            return true;
        }
        for (var start : tree.starts(process)) {
            if (hasById(process, start, correlation)) {
                return true;
            }
        }
        return false;
    }

    /** Its start first, which most often is the first step; then what it did. */
    private boolean hasByGuid(ProcessRef process, Correlation correlation) {
        var node = reader.node(process.guid());
        if (process.guid().isEmpty() || !mayBegin(process, node, correlation)) {
            return false;
        }
        var looked = new Looked(process, correlation);
        if (looked.hasFoundIn(node.starts())) {
            return true;
        }
        for (long index : node.buckets()) {
            if (looked.hasFoundIn(reader.bucket(process.guid(), index).events())) {
                return true;
            }
        }
        return false;
    }

    /** Goes through events that name a process, up to a bound. */
    private final class Looked {

        private final ProcessRef process;
        private final Correlation correlation;
        private int looked;

        Looked(ProcessRef process, Correlation correlation) {
            this.process = process;
            this.correlation = correlation;
        }

        boolean hasFoundIn(Collection<String> ids) {
            for (var id : ids) {
                var event = ++looked > MOST_LOOKED_AT ? Optional.<MatchedEvent>empty() : reader.matched(id);
                if (looked > MOST_LOOKED_AT || (event.isPresent() && begins(process, event.get(), correlation))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Where none of its own events is a first step, another account of one may be, which knows the process only by its id. */
    private boolean mayBegin(ProcessRef process, ProcessNode node, Correlation correlation) {
        var starts = node.starts();
        return hasFirstStep(node, correlation)
                || (starts.size() == 1
                        ? hasFirstStep(pid(starts.get(0)), correlation)
                        : pids(starts.stream()).anyMatch(pid -> hasFirstStep(pid, correlation)))
                || ((starts.isEmpty() || hasFirstStep(reader.node(ProcessKey.CONNECTIONS), correlation))
                        && pidsOfEvents(process).anyMatch(pid -> hasFirstStep(pid, correlation)));
    }

    private static boolean hasFirstStep(ProcessNode node, Correlation correlation) {
        return node.firstSteps().containsKey(correlation.meaning());
    }

    private boolean hasFirstStep(String pid, Correlation correlation) {
        return !pid.isEmpty() && hasFirstStep(reader.node(ProcessKey.mentions(pid)), correlation);
    }

    /** As the event of that id names it, or empty. */
    private String pid(String id) {
        var event = reader.matched(id);
        return event.isPresent() ? event.get().event().process().pid() : "";
    }

    /** The ids by which its events name it: asked where no start says one, or a connection may name another one. */
    private Stream<String> pidsOfEvents(ProcessRef process) {
        return reader.buckets(process.guid())
                .flatMap(bucket -> bucket.pids().areKnown()
                        ? bucket.pids().counts().keySet().stream()
                        : pids(bucket.events().stream()))
                .distinct()
                .limit(MOST_LOOKED_AT);
    }

    private Stream<String> pids(Stream<String> ids) {
        return ids.limit(MOST_LOOKED_AT)
                .flatMap(id -> reader.event(id).stream())
                .map(event -> event.process().pid())
                .distinct();
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

    /** With what the other accounts of it add. An event that names the GUID may still be of another process, where the start of this one was not seen. */
    private boolean begins(ProcessRef process, MatchedEvent event, Correlation correlation) {
        var speaker = twins.speaker(event);
        return correlation.mayHaveGroupOf(twins.merged(speaker))
                && tree.process(speaker.event())
                        .filter(one -> one.name().equals(process.name()))
                        .isPresent();
    }
}
