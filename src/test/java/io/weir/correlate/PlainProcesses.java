package io.weir.correlate;

import static java.util.Comparator.comparing;

import io.weir.alert.Lineage.End;
import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second, slow reading of "Identity": which events tell of one thing, and which process an event names, by looking at all events of a host for each
 * question. It shares nothing with the tree that is kept in state but {@link Ancestry}, which is how a lineage is written.
 */
final class PlainProcesses {

    private static final Comparator<EventFacts> ORDER = comparing(
                    (EventFacts event) -> event.time().micros())
            .thenComparing(EventFacts::channel)
            .thenComparing(EventFacts::recordNumber)
            .thenComparing(event -> event.identity().id());

    private final long horizon;
    private final List<MatchedEvent> all;
    private final Map<String, MatchedEvent> twins = new HashMap<>();
    private final Map<String, MatchedEvent> speakers = new HashMap<>();

    /** @param events that correlate, each once */
    PlainProcesses(Horizons horizons, Collection<MatchedEvent> events) {
        this.horizon = horizons.lineage().toMillis() * 1_000;
        this.all = events.stream().sorted(comparing(MatchedEvent::event, ORDER)).toList();
        var subjects = new LinkedHashMap<String, List<MatchedEvent>>();
        all.forEach(event -> subject(event.event())
                .ifPresent(subject -> subjects.computeIfAbsent(subject, key -> new ArrayList<>())
                        .add(event)));
        subjects.values().forEach(accounts -> {
            if (accounts.get(0).event().process().life() == Life.START) {
                pair(accounts);
            } else {
                gather(accounts);
            }
        });
    }

    /** Accounts of a connection: the audit's go with the nearest of Sysmon's that has a GUID; one that has none with the nearest of the audit's. */
    private void gather(List<MatchedEvent> accounts) {
        for (var account : accounts) {
            if (account.event().process().log() != Log.SYSMON) {
                nearest(account, accounts, true).ifPresent(named -> speakers.put(id(account.event()), named));
            }
        }
        for (var account : accounts) {
            boolean unnamed = account.event().process().guid().isEmpty();
            if (account.event().process().log() == Log.SYSMON && unnamed) {
                nearest(account, accounts, false)
                        .map(audit -> speakers.getOrDefault(id(audit.event()), audit))
                        .ifPresent(speaker -> speakers.put(id(account.event()), speaker));
            }
        }
    }

    private static Optional<MatchedEvent> nearest(MatchedEvent account, List<MatchedEvent> accounts, boolean named) {
        @Nullable MatchedEvent best = null;
        for (var other : accounts) {
            boolean asked = named
                    ? !other.event().process().guid().isEmpty()
                    : other.event().process().log() != Log.SYSMON;
            if (asked
                    && distance(account.event(), other.event()) <= 2_000_000
                    && (best == null || gap(account, other) < gap(account, best))) {
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long gap(MatchedEvent one, MatchedEvent other) {
        return Math.abs(one.event().time().micros() - other.event().time().micros());
    }

    /** What two accounts must have in common to tell of one thing. */
    private static Optional<String> subject(EventFacts event) {
        var process = event.process();
        if (process.pid().isEmpty()) {
            return Optional.empty();
        }
        if (process.life() == Life.START && !process.image().isEmpty()) {
            return Optional.of(event.host() + " starts " + process.pid() + " " + file(process.image()));
        }
        return process.life() == Life.ACT && !process.connection().isEmpty()
                ? Optional.of(event.host() + " connects " + process.pid() + " " + process.connection())
                : Optional.empty();
    }

    /** In rows without a gap of more than two seconds, the first of Sysmon's with the first of the audit's that is near enough. */
    private void pair(List<MatchedEvent> sorted) {
        var sysmon = new ArrayList<MatchedEvent>();
        var audit = new ArrayList<MatchedEvent>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && distance(sorted.get(i - 1).event(), sorted.get(i).event()) > 2_000_000) {
                pairRow(sysmon, audit);
            }
            (sorted.get(i).event().process().log() == Log.SYSMON ? sysmon : audit).add(sorted.get(i));
        }
        pairRow(sysmon, audit);
    }

    private void pairRow(List<MatchedEvent> sysmon, List<MatchedEvent> audit) {
        while (!sysmon.isEmpty() && !audit.isEmpty()) {
            var one = sysmon.get(0);
            var other = audit.get(0);
            if (distance(one.event(), other.event()) <= 2_000_000) {
                twins.put(id(one.event()), other);
                twins.put(id(other.event()), one);
                sysmon.remove(0);
                audit.remove(0);
            } else if (ORDER.compare(one.event(), other.event()) < 0) {
                sysmon.remove(0);
            } else {
                audit.remove(0);
            }
        }
        sysmon.clear();
        audit.clear();
    }

    private static String id(EventFacts event) {
        return event.identity().id();
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
    }

    /** The events, each thing once, with all that is said of it. */
    List<MatchedEvent> things() {
        var things = new LinkedHashMap<String, MatchedEvent>();
        all.stream().filter(event -> isSpeaker(event.event())).forEach(event -> things.put(id(event.event()), event));
        all.stream()
                .filter(event -> !isSpeaker(event.event()))
                .forEach(event -> things.merge(speaker(id(event.event())), event, PlainProcesses::together));
        return List.copyOf(things.values());
    }

    private boolean isSpeaker(EventFacts event) {
        return speaker(id(event)).equals(id(event));
    }

    /** The id of the event that speaks for the one of that id. */
    String speaker(String id) {
        if (speakers.containsKey(id)) {
            return id(Objects.requireNonNull(speakers.get(id)).event());
        }
        var twin = twins.get(id);
        if (twin == null) {
            return id;
        }
        var own = Objects.requireNonNull(twins.get(id(twin.event())));
        boolean ownIsSysmons = own.event().process().log() == Log.SYSMON;
        var sysmon = ownIsSysmons ? own : twin;
        var audit = ownIsSysmons ? twin : own;
        return id((sysmon.event().process().guid().isEmpty() ? audit : sysmon).event());
    }

    private static MatchedEvent together(MatchedEvent speaker, MatchedEvent other) {
        var matches = new TreeMap<String, RuleMatch>();
        other.matches().forEach(match -> matches.put(match.rule(), match));
        speaker.matches().forEach(match -> matches.put(match.rule(), match));
        var event = speaker.event();
        var fields = new TreeMap<>(event.fields());
        other.event().fields().forEach(fields::putIfAbsent);
        return new MatchedEvent(
                new EventFacts(
                        event.identity(),
                        event.host(),
                        event.time(),
                        event.arrival(),
                        event.channel(),
                        event.recordNumber(),
                        event.process(),
                        fields),
                List.copyOf(matches.values()));
    }

    private static long distance(EventFacts one, EventFacts other) {
        long unit = Math.max(one.time().precisionMicros(), other.time().precisionMicros());
        return Math.abs(cut(one, unit) - cut(other, unit));
    }

    private static long cut(EventFacts event, long unit) {
        return Math.floorDiv(event.time().micros(), unit) * unit;
    }

    /** Whether the one was surely before the other. */
    private static boolean before(EventFacts one, EventFacts other) {
        long unit = Math.max(one.time().precisionMicros(), other.time().precisionMicros());
        if (cut(one, unit) != cut(other, unit)) {
            return cut(one, unit) < cut(other, unit);
        }
        return one.channel().equals(other.channel())
                && Math.min(one.recordNumber(), other.recordNumber()) >= 0
                && one.recordNumber() < other.recordNumber();
    }

    /** Where the event's process comes from. */
    Ancestry ancestry(EventFacts event) {
        var process = event.process();
        var chain = new ArrayList<EventFacts>();
        var names = new HashSet<String>();
        var guid = process.guid();
        var pid = process.pid();
        var next = own(event);
        while (!guid.isEmpty() || !pid.isEmpty()) {
            if (next.isEmpty()) {
                return new Ancestry(chain, guid, pid.equals("0") || pid.equals("4") ? End.ROOT : End.MISSING);
            }
            var start = next.get();
            if (!names.add(name(start))) {
                return new Ancestry(chain, guid, End.BOUND);
            }
            chain.add(start);
            guid = start.process().parentGuid();
            pid = start.process().parentPid();
            next = named(guid, pid, start.process().parentImage(), start, event);
        }
        return new Ancestry(chain, "", End.ROOT);
    }

    /** What the process of an event is called; empty where it can't be told. */
    String process(EventFacts event) {
        return own(event).map(PlainProcesses::name).orElse(event.process().guid());
    }

    static String name(EventFacts start) {
        var process = start.process();
        return process.guid().isEmpty() ? process.pid() + "@" + id(start) : process.guid();
    }

    private Optional<EventFacts> own(EventFacts event) {
        var process = event.process();
        if (process.life() == Life.START && process.guid().isEmpty()) {
            return Optional.of(event).filter(start -> !start.process().pid().isEmpty());
        }
        return named(process.guid(), process.pid(), process.image(), event, event);
    }

    private Optional<EventFacts> named(String guid, String pid, String image, EventFacts at, EventFacts seenFrom) {
        return started(guid, seenFrom)
                .or(() -> pid.isEmpty()
                        ? Optional.empty()
                        : living(pid, image, at)
                                .filter(start -> sees(seenFrom, start))
                                .filter(start ->
                                        guid.isEmpty() || start.process().guid().isEmpty())
                                .flatMap(start -> start.process().guid().isEmpty()
                                        ? Optional.of(start)
                                        : started(start.process().guid(), seenFrom)));
    }

    private Optional<EventFacts> started(String guid, EventFacts seenFrom) {
        return marks(seenFrom)
                .filter(event -> event.process().life() == Life.START)
                .filter(event -> !guid.isEmpty() && event.process().guid().equals(guid))
                .filter(event -> sees(seenFrom, event))
                .findFirst();
    }

    private Stream<EventFacts> marks(EventFacts seenFrom) {
        return all.stream()
                .map(MatchedEvent::event)
                .filter(event -> event.host().equals(seenFrom.host()));
    }

    private boolean sees(EventFacts event, EventFacts start) {
        return Math.abs(event.time().micros() - start.time().micros()) <= horizon;
    }

    /** The one process with that id that the event may be of. */
    private Optional<EventFacts> living(String pid, String image, EventFacts at) {
        var lives = marks(at)
                .filter(event -> event.process().life() == Life.START
                        && event.process().pid().equals(pid)
                        && isSpeaker(event)
                        && !id(event).equals(id(at)))
                .filter(start -> image.isEmpty()
                        || start.process().image().isEmpty()
                        || file(image).equals(file(start.process().image())))
                .filter(start -> !isOfAnEarlierSession(start, at))
                .toList();
        var surely = lives.stream()
                .filter(start -> overBefore(start, at).isEmpty() && !before(at, by(start, at)))
                .toList();
        var perhaps = lives.stream()
                .filter(start -> !image.isEmpty() && !start.process().image().isEmpty())
                .filter(start -> isNearly(start, at))
                .toList();
        var fitting = surely.isEmpty() ? perhaps : surely;
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private boolean isNearly(EventFacts start, EventFacts at) {
        if (before(at, by(start, at))) {
            return distance(at, by(start, at)) <= 2_000_000;
        }
        var over = overBefore(start, at);
        return over.isPresent() && distance(over.get(), at) <= 10_000_000;
    }

    /** Of what ended the process before the event, the first. */
    private Optional<EventFacts> overBefore(EventFacts start, EventFacts at) {
        return marks(at)
                .filter(mark -> mark.process().pid().equals(start.process().pid()))
                .filter(mark ->
                        mark.process().life() == Life.START || mark.process().life() == Life.END)
                .filter(mark -> !id(mark).equals(id(start))
                        && !twin(start).filter(mark::equals).isPresent())
                .filter(mark -> before(mark, at) && ends(start, mark))
                .findFirst();
    }

    private boolean ends(EventFacts start, EventFacts mark) {
        var by = by(start, mark);
        if (before(by, mark)) {
            return true;
        }
        return mark.process().life() == Life.END && !before(mark, by) && mayBeOne(start.process(), mark.process());
    }

    private static boolean mayBeOne(ProcessFacts start, ProcessFacts end) {
        boolean sameGuid =
                start.guid().isEmpty() || end.guid().isEmpty() || start.guid().equals(end.guid());
        return sameGuid && !start.image().isEmpty() && file(start.image()).equals(file(end.image()));
    }

    private boolean isOfAnEarlierSession(EventFacts start, EventFacts at) {
        return marks(at)
                .filter(boot -> boot.process().life() == Life.BOOT && before(boot, at))
                .filter(boot -> boot.time().micros() >= start.time().micros())
                .anyMatch(boot -> boot.process().log() == Log.SECURITY
                        ? distance(by(start, boot), boot) > 60_000_000
                        : before(by(start, boot), boot));
    }

    private Optional<EventFacts> twin(EventFacts start) {
        return Optional.ofNullable(twins.get(id(start))).map(MatchedEvent::event);
    }

    /** The account of the start by the log that the event is from, else the first one. */
    private EventFacts by(EventFacts start, EventFacts event) {
        return twin(start)
                .filter(twin -> twin.channel().equals(event.channel()))
                .orElse(start);
    }
}
