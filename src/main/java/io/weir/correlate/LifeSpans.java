package io.weir.correlate;

import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which process a process id meant at a time. A process lives from its start until the first end of its id that comes after, the next start with that
 * id, or the host's next start. What can't be told, because none or several fit, is not guessed.
 */
final class LifeSpans {

    /** How long before its process's start something may be stamped that the process did, in microseconds. */
    private static final long BEFORE_START = 2_000_000;

    /** How long after its process's end. */
    private static final long AFTER_END = 10_000_000;

    /** How long after the host's start the Security audit says so, in microseconds: processes start in the meantime. */
    private static final long AUDIT_OF_BOOT = 60_000_000;

    /** How far apart two times may be that look equal, in microseconds: none is coarser than a second. */
    static final long COARSEST = 1_000_000;

    /**
     * How far before an account of its process's start an event may be stamped, as times are written: before the one by its own log, and that before the
     * other, which speaks for both.
     */
    static final long AHEAD = BEFORE_START + Twins.APART + 2 * COARSEST;

    /** How long after a start nothing is of an earlier process with that id, in microseconds. */
    static final long BEHIND = AFTER_END + AHEAD;

    private final HostReader reader;
    private final Twins twins;

    LifeSpans(HostReader reader, Twins twins) {
        this.reader = reader;
        this.twins = twins;
    }

    /**
     * The start of the process that had the id.
     *
     * @param image of the process as the event names it, or empty
     * @param at the event that names it
     */
    Optional<EventFacts> start(String pid, String image, EventFacts at) {
        var key = ProcessKey.lives(pid);
        long micros = at.time().micros();
        long from = reader.lastBefore(key, micros - BEHIND, LifeSpans::isStart)
                .map(start -> start.time().micros() - AHEAD)
                .orElse(Long.MIN_VALUE);
        var marks = reader.events(key, from, micros + AHEAD);
        var starts = new ArrayList<Lived>(1);
        for (var mark : marks) {
            if (mayHaveStarted(mark, image, at)) {
                starts.add(new Lived(mark, marks, at, image));
            }
        }
        var alive = those(starts, Lived::isAlive);
        return only(alive.isEmpty() ? those(starts, Lived::isAlmostAlive) : alive);
    }

    private boolean mayHaveStarted(MatchedEvent mark, String image, EventFacts at) {
        var event = mark.event();
        return isStart(event)
                && !event.identity().equals(at.identity())
                && ImageName.mayBeSame(event.process().image(), image)
                && twins.speaker(mark).equals(mark);
    }

    static boolean isStart(EventFacts event) {
        return event.process().life() == Life.START;
    }

    private static List<Lived> those(List<Lived> starts, Predicate<Lived> fitting) {
        var those = new ArrayList<Lived>(1);
        for (var start : starts) {
            if (fitting.test(start)) {
                those.add(start);
            }
        }
        return those;
    }

    private static Optional<EventFacts> only(List<Lived> fitting) {
        return fitting.size() == 1 ? Optional.of(fitting.get(0).start.event()) : Optional.empty();
    }

    /** Up to when something may be of a process with that id that started then: microseconds, far too late rather than too early. */
    long until(String pid, long micros) {
        return reader.firstAfter(ProcessKey.lives(pid), micros + AHEAD, LifeSpans::isStart)
                .map(next -> next.time().micros() + BEHIND)
                .orElse(Long.MAX_VALUE - HostReader.WIDTH);
    }

    /** One process, as an event sees it that may be of it. */
    private final class Lived {

        private final MatchedEvent start;
        private final Optional<EventFacts> twin;
        private final EventFacts at;
        private final String image;
        private final List<EventFacts> over;
        private final boolean rebooted;

        Lived(MatchedEvent start, List<MatchedEvent> marks, EventFacts at, String image) {
            this.start = start;
            this.twin = twins.other(start).map(MatchedEvent::event);
            this.at = at;
            this.image = image;
            this.over = over(marks);
            this.rebooted = isRebooted();
        }

        /** The marks before the event with which the process was over. */
        private List<EventFacts> over(List<MatchedEvent> marks) {
            var over = new ArrayList<EventFacts>(0);
            for (var mark : marks) {
                if (Clocks.order(mark.event(), at) < 0 && ends(mark.event())) {
                    over.add(mark.event());
                }
            }
            return over;
        }

        boolean isAlive() {
            return over.isEmpty() && !rebooted && Clocks.order(at, seenBy(at)) >= 0;
        }

        /** Clocks differ a little, and logs are slow: what names the image may be off by as much. */
        boolean isAlmostAlive() {
            if (rebooted || !ImageName.areSame(start.event().process().image(), image)) {
                return false;
            }
            return Clocks.order(at, seenBy(at)) < 0
                    ? Clocks.apart(at, seenBy(at)) <= BEFORE_START
                    : !over.isEmpty() && Clocks.apart(over.get(0), at) <= AFTER_END;
        }

        /** Of two accounts of the start, the one from the event's own log. */
        private EventFacts seenBy(EventFacts event) {
            return twin.filter(other -> other.channel().equals(event.channel())).orElse(start.event());
        }

        private boolean ends(EventFacts mark) {
            boolean own =
                    mark.equals(start.event()) || twin.filter(mark::equals).isPresent();
            return !own && (isStart(mark) ? Clocks.order(seenBy(mark), mark) < 0 : isEndedBy(mark));
        }

        private boolean isEndedBy(EventFacts end) {
            int order = Clocks.order(seenBy(end), end);
            return order < 0 || (order == 0 && mayBeOfThis(end.process()));
        }

        private boolean mayBeOfThis(ProcessFacts end) {
            var process = start.event().process();
            boolean another = !process.guid().isEmpty()
                    && !end.guid().isEmpty()
                    && !process.guid().equals(end.guid());
            return !another && ImageName.areSame(process.image(), end.image());
        }

        /** A boot that is stamped later within the second of a coarse event may be before it by its record number. */
        private boolean isRebooted() {
            long from = start.event().time().micros();
            for (var boot : reader.events(ProcessKey.BOOTS, from, at.time().micros() + COARSEST)) {
                if (Clocks.order(boot.event(), at) < 0 && isBefore(boot.event())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isBefore(EventFacts boot) {
            return boot.process().log() == Log.SECURITY
                    ? Clocks.apart(seenBy(boot), boot) > AUDIT_OF_BOOT
                    : Clocks.order(seenBy(boot), boot) < 0;
        }
    }
}
