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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Sysmon and the Security audit both tell of is one event (design, "Identity"): the start of a process with one id and image, and a connection of one
 * process between the same ends, if their times are no further apart than two seconds. Sysmon's event speaks for both; it takes on what only the other one
 * matches and shows. Of several in a row the first goes with the first.
 */
final class Twins {

    /** How far apart two accounts of one thing may be, in microseconds. */
    static final long APART = 2_000_000;

    private final HostReader reader;

    Twins(HostReader reader) {
        this.reader = reader;
    }

    /** The event that speaks for this one: itself, or its twin. */
    MatchedEvent speaker(MatchedEvent event) {
        return isFromSysmon(event) ? event : other(event).orElse(event);
    }

    /** The event with what its twin adds; only of one that speaks for itself. */
    MatchedEvent merged(MatchedEvent speaker) {
        return isFromSysmon(speaker)
                ? other(speaker).map(twin -> merged(speaker, twin)).orElse(speaker)
                : speaker;
    }

    private static boolean isFromSysmon(MatchedEvent event) {
        return event.event().process().log() == Log.SYSMON;
    }

    /** The account of the other log, if there is one. */
    Optional<MatchedEvent> other(MatchedEvent event) {
        return Optional.ofNullable(
                pairs(chain(event)).get(event.event().identity().id()));
    }

    /** All whose twin may be another one if this event comes or goes, in canonical order; without twins, itself. */
    List<MatchedEvent> chain(MatchedEvent event) {
        var all = alike(event);
        var others = all.stream()
                .filter(one -> !one.event().identity().equals(event.event().identity()));
        var line = Stream.concat(others, Stream.of(event))
                .sorted(Comparator.comparing(MatchedEvent::event, HostReader.CANONICAL))
                .toList();
        int at = line.indexOf(event);
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

    /** Events of the same kind, process id and subject, from up to a bucket before to a bucket after. */
    private List<MatchedEvent> alike(MatchedEvent event) {
        var process = event.event().process();
        long from = event.event().time().micros() - HostReader.WIDTH;
        long to = event.event().time().micros() + HostReader.WIDTH;
        if (isStart(process)) {
            return reader.events(ProcessKey.lives(process.pid()), from, to).stream()
                    .filter(other -> isStart(other.event().process())
                            && ImageName.areSame(
                                    process.image(), other.event().process().image()))
                    .toList();
        }
        return isConnection(process)
                ? reader.unlistedEvents(ProcessKey.connection(process), from, to)
                : List.of();
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

    private static Map<String, MatchedEvent> pairs(List<MatchedEvent> chain) {
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

    private static boolean areClose(MatchedEvent one, MatchedEvent other) {
        return Clocks.apart(one.event(), other.event()) <= APART;
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
