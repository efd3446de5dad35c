package io.weir.incident;

import io.weir.alert.AlertChange;
import io.weir.incident.Incident.Extent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One change of a host's alerts, and which incidents change by it. */
final class IncidentChange {

    private final IncidentBounds bounds;
    private final long keep;
    private final IncidentMemory memory;
    private final long watermark;
    private final Roster roster;
    private final Map<Long, Optional<Incident>> before = new LinkedHashMap<>();
    private int boundsReached;

    /** @param keep how long after its last event an incident is kept, in microseconds */
    IncidentChange(IncidentBounds bounds, long keep, IncidentMemory memory, long watermark) {
        this.bounds = bounds;
        this.keep = keep;
        this.memory = memory;
        this.watermark = watermark;
        this.roster = new Roster(bounds, memory);
    }

    IncidentOutcome observe(IncidentMember member) {
        var known = memory.member(member.alert());
        if (known.isEmpty()) {
            return member.withdrawn() ? IncidentOutcome.NOTHING : join(member);
        }
        if (!member.withdrawn() && member.goesOnFrom(known.get().member())) {
            return member.equals(known.get().member()) ? IncidentOutcome.NOTHING : tieMore(member, known.get());
        }
        return replace(known.get(), member);
    }

    private IncidentOutcome join(IncidentMember member) {
        place(member);
        return outcome(member);
    }

    /** The alert stays where it is, and brings others there. */
    private IncidentOutcome tieMore(IncidentMember member, Enrolled known) {
        var incident = touch(known.incident()).orElseThrow();
        if (incident.extent() == Extent.FULL) {
            memory.putMember(new Enrolled(known.incident(), member));
            roster.enrolFull(member, incident);
            roster.tiedTo(member).forEach(number -> goOn(number, incident.part() + 1));
        } else {
            roster.enrol(member, known.incident());
            merged(roster.tiedTo(member)).ifPresent(number -> goOn(number, roster.fullBefore(member)));
        }
        return outcome(member);
    }

    /** The alert may have held others together: its incident is put together anew without it. */
    private IncidentOutcome replace(Enrolled known, IncidentMember member) {
        var incident = touch(known.incident()).orElseThrow();
        roster.dissolve(known.incident(), incident).stream()
                .filter(other -> !other.alert().equals(member.alert()))
                .forEach(this::place);
        if (!member.withdrawn()) {
            place(member);
        }
        return outcome(member);
    }

    /** The incident of that number; how it was before the change is kept in mind. */
    private Optional<Incident> touch(long number) {
        var incident = memory.incident(number);
        before.putIfAbsent(number, incident);
        return incident;
    }

    private void place(IncidentMember member) {
        long number = merged(roster.tiedTo(member)).orElseGet(memory::nextSequence);
        var known = touch(number);
        var own = Incident.of(member, roster.fullBefore(member));
        var incident = known.map(grown -> grown.and(own)).orElse(own);
        memory.putIncident(number, incident);
        roster.enrol(member, number);
        if (known.isEmpty()) {
            memory.remindAfter(incident.last() + keep, number);
        }
        if (incident.alerts().size() >= bounds.mostAlerts()) {
            close(number, incident);
        }
    }

    /** An incident goes on from so many full ones, if it did not from more. */
    private void goOn(long number, int full) {
        touch(number).ifPresent(incident -> memory.putIncident(number, incident.goingOnFrom(full)));
    }

    private void close(long number, Incident incident) {
        boundsReached++;
        roster.close(number, incident);
        memory.putIncident(number, incident.to(Extent.FULL));
    }

    /** The incidents of those numbers as one, under the number of the largest, as far as there is room in it; none where there are none. */
    private Optional<Long> merged(List<Long> numbers) {
        var largest = numbers.stream().reduce((one, other) -> size(other) > size(one) ? other : one);
        largest.ifPresent(target ->
                numbers.stream().filter(number -> !number.equals(target)).forEach(number -> merge(number, target)));
        return largest;
    }

    private int size(long number) {
        return touch(number).map(incident -> incident.alerts().size()).orElse(0);
    }

    private void merge(long number, long target) {
        var one = touch(target).orElseThrow();
        var other = touch(number).orElseThrow();
        // One place is left for the alert that ties them.
        if (one.alerts().size() + other.alerts().size() >= bounds.mostAlerts()) {
            close(number, other);
            goOn(target, other.part() + 1);
        } else {
            roster.dissolve(number, other).forEach(member -> roster.enrol(member, target));
            memory.putIncident(target, one.and(other));
        }
    }

    private IncidentOutcome outcome(IncidentMember cause) {
        var was = new TreeMap<String, Known>();
        before.forEach(
                (number, known) -> known.ifPresent(incident -> was.put(incident.id(), new Known(number, incident))));
        var now = new TreeMap<String, Known>();
        before.keySet()
                .forEach(number -> memory.incident(number)
                        .ifPresent(incident -> now.put(incident.id(), new Known(number, incident))));
        var gone = new TreeSet<>(was.keySet());
        gone.removeAll(now.keySet());

        var changes = new ArrayList<AlertChange>();
        gone.forEach(id -> changes.add(new AlertChange(id, "", memory.nextSequence(), false)));
        now.forEach((id, one) -> {
            var old = Optional.ofNullable(was.get(id)).map(Known::incident);
            boolean isNews = old.filter(one.incident()::saysTheSameAs).isEmpty();
            if (isNews
                    && (!gone.isEmpty()
                            || old.filter(known -> !one.incident().differsFrom(known))
                                    .isEmpty())) {
                changes.add(tell(one));
            } else if (isNews || old.filter(Incident::waits).isPresent()) {
                wait(one, cause);
            }
        });
        now.keySet().removeAll(was.keySet());
        return new IncidentOutcome(changes, now.size(), boundsReached);
    }

    /** An incident and the number that it is kept under. */
    private record Known(long number, Incident incident) {}

    private AlertChange tell(Known one) {
        if (one.incident().waits()) {
            memory.putIncident(one.number(), one.incident().waiting(false));
        }
        return told(one.incident(), memory);
    }

    static AlertChange told(Incident incident, IncidentMemory memory) {
        return new AlertChange(incident.id(), IncidentJson.body(incident), memory.nextSequence(), incident.isBounded());
    }

    /** That an incident goes on as it was is told once for many alerts: when the watermark moves. */
    private void wait(Known one, IncidentMember cause) {
        if (!one.incident().waits()) {
            memory.putIncident(one.number(), one.incident().waiting(true));
            memory.tellAfter(watermark == Long.MIN_VALUE ? cause.last() : watermark, one.number());
        }
    }
}
