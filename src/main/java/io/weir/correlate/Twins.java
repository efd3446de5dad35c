package io.weir.correlate;

import io.weir.event.ProcessFacts;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What Sysmon and the Security audit both tell of is one event (design, "Identity"): the start of a process with one id and image, and a connection of one
 * process between the same ends, if their times are no further apart than two seconds. Sysmon's event speaks for both, unless it has no GUID, and takes on
 * what only the other one matches and shows.
 *
 * <p>Starts go in pairs, the first with the first, for an id may be used again at once. A connection the audit may tell of again and again: all go with
 * Sysmon's account that is nearest.
 */
final class Twins {

    /** How far apart two accounts of one thing may be, in microseconds. */
    static final long APART = 2_000_000;

    /** How far away what an event is an account of may depend on another event, in microseconds: two steps, as times are written. */
    private static final long NEAR = 2 * (APART + 1_000_000);

    /** How far accounts of starts are looked for at first, in microseconds. */
    private static final long NEARBY = 4 * NEAR;

    private final HostReader reader;
    private final Asked<MatchedEvent, List<MatchedEvent>> chains = new Asked<>(this::findChain);
    private final Asked<MatchedEvent, MatchedEvent> speakers = new Asked<>(this::findSpeaker);
    private final Asked<MatchedEvent, MatchedEvent> wholes = new Asked<>(this::merge);

    Twins(HostReader reader) {
        this.reader = reader;
    }

    /** The event that speaks for this one: itself, or another account. */
    MatchedEvent speaker(MatchedEvent event) {
        return speakers.about(event);
    }

    private MatchedEvent findSpeaker(MatchedEvent event) {
        if (isStart(event.event().process())) {
            return other(event).filter(twin -> speaksFirst(twin, event)).orElse(event);
        }
        return isConnection(event.event().process()) ? speaker(event, around(event, NEAR)) : event;
    }

    /** The event with what the other accounts add; only of one that speaks for itself. */
    MatchedEvent merged(MatchedEvent speaker) {
        return wholes.about(speaker);
    }

    private MatchedEvent merge(MatchedEvent speaker) {
        var all = speaker;
        for (var other : others(speaker)) {
            all = merged(all, other);
        }
        return all;
    }

    private List<MatchedEvent> others(MatchedEvent speaker) {
        if (isStart(speaker.event().process())) {
            return other(speaker).stream().toList();
        }
        return isConnection(speaker.event().process()) ? others(speaker, around(speaker, 2 * NEAR)) : List.of();
    }

    private static List<MatchedEvent> others(MatchedEvent speaker, List<MatchedEvent> around) {
        return around.stream().allMatch(Twins::isFromSysmon) || around.stream().noneMatch(Twins::isFromSysmon)
                ? List.of()
                : around.stream()
                        .filter(other -> !isSame(other, speaker) && isSame(speaker(other, around), speaker))
                        .toList();
    }

    /** All that may be accounts of something else if this event comes or goes, in canonical order, and itself. */
    List<MatchedEvent> near(MatchedEvent event) {
        var process = event.event().process();
        if (isStart(process)) {
            return chain(event);
        }
        return isConnection(process)
                ? around(event, NEAR).stream()
                        .filter(other -> isSame(other, event) || mayTakeToOther(event, other))
                        .toList()
                : List.of(event);
    }

    /** Whether the one decides what the other is an account of: a named account for all that are not, one of the audit for Sysmon's without a GUID. */
    private static boolean mayTakeToOther(MatchedEvent one, MatchedEvent other) {
        return !hasGuid(other) && (hasGuid(one) || (!isFromSysmon(one) && isFromSysmon(other)));
    }

    private static boolean isStart(ProcessFacts process) {
        return process.life() == Life.START
                && !process.pid().isEmpty()
                && !process.image().isEmpty();
    }

    static boolean isConnection(ProcessFacts process) {
        return process.life() == Life.ACT
                && !process.pid().isEmpty()
                && !process.connection().isEmpty();
    }

    /** Whether there is no other account of an event that is no start, nor one near that would have to be asked what it is an account of. */
    boolean isOnlyAccount(MatchedEvent event) {
        return !isConnection(event.event().process()) || around(event, NEAR).size() == 1;
    }

    private static boolean isFromSysmon(MatchedEvent event) {
        return event.event().process().log() == Log.SYSMON;
    }

    private static boolean hasGuid(MatchedEvent event) {
        return !event.event().process().guid().isEmpty();
    }

    private static boolean isSame(MatchedEvent one, MatchedEvent other) {
        return one.event().identity().id().equals(other.event().identity().id());
    }

    private static boolean areClose(MatchedEvent one, MatchedEvent other) {
        return Clocks.apart(one.event(), other.event()) <= APART;
    }

    /** Accounts of the same connection no further away than that, and the event itself. */
    private List<MatchedEvent> around(MatchedEvent event, long reach) {
        long micros = event.event().time().micros();
        var kept =
                reader.unlistedEvents(ProcessKey.connection(event.event().process()), micros - reach, micros + reach);
        return with(event, kept);
    }

    private static List<MatchedEvent> with(MatchedEvent event, List<MatchedEvent> others) {
        var all = new ArrayList<MatchedEvent>(others.size() + 1);
        all.add(event);
        for (var other : others) {
            if (!isSame(other, event)) {
                all.add(other);
            }
        }
        all.sort(HostReader.IN_ORDER);
        return all;
    }

    /** Of a connection. Where Sysmon does not know the process, the audit speaks. */
    private static MatchedEvent speaker(MatchedEvent event, List<MatchedEvent> near) {
        if (!isFromSysmon(event)) {
            return nearest(event, near, Twins::hasGuid).orElse(event);
        }
        return hasGuid(event)
                ? event
                : nearest(event, near, other -> !isFromSysmon(other))
                        .map(audit -> nearest(audit, near, Twins::hasGuid).orElse(audit))
                        .orElse(event);
    }

    private static Optional<MatchedEvent> nearest(
            MatchedEvent event, List<MatchedEvent> near, Predicate<MatchedEvent> asked) {
        return near.stream()
                .filter(asked)
                .filter(other -> areClose(event, other))
                .min(Comparator.comparingLong((MatchedEvent other) -> Math.abs(
                        event.event().time().micros() - other.event().time().micros())));
    }

    /** Of two accounts of a start: Sysmon's, unless it does not know the GUID. */
    private static boolean speaksFirst(MatchedEvent one, MatchedEvent twin) {
        return isFromSysmon(one) ? hasGuid(one) : !hasGuid(twin);
    }

    /** The other account of a start, if there is one. */
    Optional<MatchedEvent> other(MatchedEvent start) {
        return Optional.ofNullable(
                pairs(chain(start)).get(start.event().identity().id()));
    }

    /** Starts with one id and image that follow each other closely, a bucket's width from this one at most. */
    private List<MatchedEvent> chain(MatchedEvent start) {
        return chains.about(start);
    }

    /** Looked for nearby first: it hardly ever goes further, and a busy host has read all of half an hour for it. */
    private List<MatchedEvent> findChain(MatchedEvent start) {
        var nearby = chain(start, NEARBY);
        return isWithin(nearby, start, NEARBY - NEAR) ? nearby : chain(start, HostReader.WIDTH);
    }

    private static boolean isWithin(List<MatchedEvent> chain, MatchedEvent start, long reach) {
        long micros = start.event().time().micros();
        return chain.get(0).event().time().micros() >= micros - reach
                && chain.get(chain.size() - 1).event().time().micros() <= micros + reach;
    }

    private List<MatchedEvent> chain(MatchedEvent start, long reach) {
        var line = with(start, alike(start, reach));
        int at = line.indexOf(start);
        int from = at;
        while (from > 0 && areClose(line.get(from - 1), line.get(from))) {
            from--;
        }
        int to = at + 1;
        while (to < line.size() && areClose(line.get(to - 1), line.get(to))) {
            to++;
        }
        return line.subList(from, to);
    }

    /** Starts with the same id and image, no further away than that. */
    private List<MatchedEvent> alike(MatchedEvent start, long reach) {
        var process = start.event().process();
        long micros = start.event().time().micros();
        var alike = new ArrayList<>(reader.events(ProcessKey.lives(process.pid()), micros - reach, micros + reach));
        alike.removeIf(other -> !isStart(other.event().process())
                || !ImageName.areSame(process.image(), other.event().process().image()));
        return alike;
    }

    private static Map<String, MatchedEvent> pairs(List<MatchedEvent> chain) {
        if (chain.size() < 2) {
            return Map.of();
        }
        var pairs = new HashMap<String, MatchedEvent>();
        var sysmon = chain.stream().filter(Twins::isFromSysmon).toList();
        var audit = chain.stream().filter(event -> !isFromSysmon(event)).toList();
        int one = 0;
        int other = 0;
        while (one < sysmon.size() && other < audit.size()) {
            var first = sysmon.get(one);
            var second = audit.get(other);
            if (areClose(first, second)) {
                pairs.put(first.event().identity().id(), second);
                pairs.put(second.event().identity().id(), first);
                one++;
                other++;
            } else if (HostReader.CANONICAL.compare(first.event(), second.event()) < 0) {
                one++;
            } else {
                other++;
            }
        }
        return pairs;
    }

    private static MatchedEvent merged(MatchedEvent speaker, MatchedEvent twin) {
        var event = speaker.event();
        var fields = new TreeMap<>(twin.event().fields());
        fields.putAll(event.fields());
        var facts = new EventFacts(
                event.identity(),
                event.host(),
                event.time(),
                event.arrival(),
                event.channel(),
                event.recordNumber(),
                event.process(),
                fields);
        return new MatchedEvent(facts, matches(speaker.matches(), twin.matches()));
    }

    private static List<RuleMatch> matches(List<RuleMatch> own, List<RuleMatch> more) {
        var rules = own.stream().map(RuleMatch::rule).collect(Collectors.toSet());
        var all = new ArrayList<>(own);
        more.stream().filter(match -> !rules.contains(match.rule())).forEach(all::add);
        all.sort(Comparator.comparing(RuleMatch::rule));
        return all;
    }
}
