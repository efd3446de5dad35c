package io.weir.correlate;

import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which processes have groups of linked correlations: those with an event that matches the first step, where there is an order, else any step. */
final class Ownership {

    /** How many events that name a GUID are looked at: that none of so many is of its process would take telemetry that contradicts itself. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final HostReader reader;
    private final Twins twins;
    private final LifeSpans lives;
    private final ProcessTree tree;

    /** Those that were asked about, by name. */
    private final Map<String, Owner> owners = new HashMap<>();

    Ownership(HostReader reader, Twins twins, LifeSpans lives, ProcessTree tree) {
        this.reader = reader;
        this.twins = twins;
        this.lives = lives;
        this.tree = tree;
    }

    boolean has(ProcessRef process, Correlation correlation) {
        return owner(process).has(correlation);
    }

    /** Whether the process of the event has the groups of all those. */
    boolean hasAll(MatchedEvent event, List<Correlation> correlations) {
        var process = tree.process(twins.speaker(event).event());
        if (process.isEmpty()) {
            return false;
        }
        for (var correlation : correlations) {
            if (!has(process.get(), correlation)) {
                return false;
            }
        }
        return true;
    }

    /** {@link ProcessRef} says more than who it is. */
    private Owner owner(ProcessRef process) {
        var known = owners.get(process.name());
        if (known == null || !known.process.guid().equals(process.guid())) {
            known = new Owner(process);
            owners.put(process.name(), known);
        }
        return known;
    }

    /**
     * A start of a process.
     *
     * @param named what is known by the id that it gives the process; nothing where it gives none
     */
    private record Started(EventFacts event, ProcessNode named) {}

    /** What is known of a process is looked up once, for all correlations that ask whether it has a group. */
    private final class Owner {

        private final ProcessRef process;
        private final ProcessNode node;
        private final Map<String, Boolean> answers = new HashMap<>(4);
        private @Nullable List<Started> starts;

        Owner(ProcessRef process) {
            this.process = process;
            this.node = process.guid().isEmpty() ? ProcessNode.EMPTY : reader.node(process.guid());
        }

        private List<Started> starts() {
            var known = starts;
            if (known == null) {
                var events = process.guid().isEmpty() ? tree.starts(process) : tree.starts(node);
                known = new ArrayList<>(events.size());
                for (var start : events) {
                    var pid = start.process().pid();
                    known.add(new Started(
                            start, pid.isEmpty() ? ProcessNode.EMPTY : reader.node(ProcessKey.mentions(pid))));
                }
                starts = known;
            }
            return known;
        }

        boolean has(Correlation correlation) {
            var known = answers.get(correlation.meaning());
            if (known == null) {
                known = hasByGuid(correlation) || hasById(correlation);
                answers.put(correlation.meaning(), known);
            }
            return known;
        }

        /** Its start first, which most often is the first step; then what it did. */
        private boolean hasByGuid(Correlation correlation) {
            if (process.guid().isEmpty() || !mayBegin(correlation)) {
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

        /** Where none of its own events is a first step, another account of one may be, which knows the process only by its id. */
        private boolean mayBegin(Correlation correlation) {
            return hasFirstStep(node, correlation)
                    || mayBeginById(correlation)
                    || ((node.starts().isEmpty() || hasFirstStep(reader.node(ProcessKey.CONNECTIONS), correlation))
                            && pidsOfEvents().anyMatch(pid -> hasFirstStep(pid, correlation)));
        }

        private boolean mayBeginById(Correlation correlation) {
            for (var start : starts()) {
                if (hasFirstStep(start.named(), correlation)) {
                    return true;
                }
            }
            return false;
        }

        /** The ids by which its events name it: asked where no start says one, or a connection may name another one. */
        private Stream<String> pidsOfEvents() {
            return reader.buckets(process.guid())
                    .flatMap(bucket -> bucket.pids().areKnown()
                            ? bucket.pids().counts().keySet().stream()
                            : pids(bucket.events().stream()))
                    .distinct()
                    .limit(MOST_LOOKED_AT);
        }

        /** Whether one of the events that name its id at its time is such an event of it. */
        private boolean hasById(Correlation correlation) {
            for (var start : starts()) {
                if (hasFirstStep(start.named(), correlation) && hasById(start.event(), correlation)) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasById(EventFacts start, Correlation correlation) {
            var pid = start.process().pid();
            long micros = start.time().micros();
            return reader.someEvents(ProcessKey.mentions(pid), micros - LifeSpans.AHEAD, lives.until(pid, micros))
                    .filter(event -> event.event().process().pid().equals(pid))
                    .anyMatch(event -> begins(process, event, correlation));
        }
    }

    private static boolean hasFirstStep(ProcessNode node, Correlation correlation) {
        return node.firstSteps().containsKey(correlation.meaning());
    }

    private boolean hasFirstStep(String pid, Correlation correlation) {
        return !pid.isEmpty() && hasFirstStep(reader.node(ProcessKey.mentions(pid)), correlation);
    }

    private Stream<String> pids(Stream<String> ids) {
        return ids.limit(MOST_LOOKED_AT)
                .flatMap(id -> reader.event(id).stream())
                .map(event -> event.process().pid())
                .distinct();
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

    /** With what the other accounts of it add. An event that names the GUID may still be of another process, where the start of this one was not seen. */
    private boolean begins(ProcessRef process, MatchedEvent event, Correlation correlation) {
        var speaker = twins.speaker(event);
        return correlation.mayHaveGroupOf(twins.merged(speaker))
                && tree.process(speaker.event())
                        .filter(one -> one.name().equals(process.name()))
                        .isPresent();
    }
}
