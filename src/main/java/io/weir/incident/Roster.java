package io.weir.incident;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps a memory's members and ties in step: an alert goes in whole, and comes out whole. */
final class Roster {

    private final IncidentBounds bounds;
    private final IncidentMemory memory;

    Roster(IncidentBounds bounds, IncidentMemory memory) {
        this.bounds = bounds;
        this.memory = memory;
    }

    /** The numbers of the incidents that a member is tied to, in a fixed order. */
    List<Long> tiedTo(IncidentMember member) {
        return near(member)
                .filter(span -> !span.isFull())
                .map(Span::incident)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many full incidents there are that the member would be tied to if they took more. */
    int fullBefore(IncidentMember member) {
        return near(member).mapToInt(Span::full).max().orElse(0);
    }

    private Stream<Span> near(IncidentMember member) {
        return member.ties().stream()
                .flatMap(tie -> memory.spans(tie.name()).stream()
                        .filter(span -> span.isNear(tie, bounds.gapMicros(tie.bond()))));
    }

    void enrol(IncidentMember member, long number) {
        memory.putMember(new Enrolled(number, member));
        for (var tie : member.ties()) {
            var span = new Span(tie.first(), tie.last(), number);
            memory.putSpans(tie.name(), Span.with(memory.spans(tie.name()), span, bounds.gapMicros(tie.bond())));
        }
    }

    /** Keeps where an alert of a full incident has its ties: it ties no others to it, but they are to know. */
    void enrolFull(IncidentMember member, Incident full) {
        for (var tie : member.ties()) {
            var span = new Span(tie.first(), tie.last(), 0).asFull(full.part() + 1);
            memory.putSpans(tie.name(), Span.with(memory.spans(tie.name()), span, bounds.gapMicros(tie.bond())));
        }
    }

    /** Has an incident tie no more: of its ties it is only known that it was there. */
    void close(long number, Incident incident) {
        for (var tie : ties(members(incident))) {
            var spans = List.<Span>of();
            for (var span : memory.spans(tie.name())) {
                var now = span.incident() == number ? span.asFull(incident.part() + 1) : span;
                spans = Span.with(spans, now, bounds.gapMicros(tie.bond()));
            }
            memory.putSpans(tie.name(), spans);
        }
    }

    /** Takes an incident and all its alerts out of the memory; those come back. Full ones beside it are still there. */
    List<IncidentMember> dissolve(long number, Incident incident) {
        var members = members(incident);
        members.forEach(member -> memory.removeMember(member.alert()));
        remove(members, span -> span.incident() == number);
        if (incident.extent() == Incident.Extent.FULL) {
            members.forEach(member -> reopen(member, incident.part()));
        }
        memory.removeIncident(number);
        return members;
    }

    /** Where a member of a full incident has its ties, that one is no more. */
    private void reopen(IncidentMember member, int part) {
        for (var tie : member.ties()) {
            var spans = memory.spans(tie.name());
            var left = spans.stream()
                    .filter(span -> span.full() != part + 1 || !span.covers(tie))
                    .toList();
            if (left.size() < spans.size()) {
                memory.putSpans(tie.name(), left);
            }
        }
    }

    /** Takes an incident out of the memory for good, with what is known of full ones whose time is over as its own is. */
    void forget(long number, Incident incident) {
        remove(dissolve(number, incident), span -> span.isFull() && span.last() <= incident.last());
    }

    private void remove(List<IncidentMember> members, Predicate<Span> which) {
        for (var tie : ties(members)) {
            memory.putSpans(
                    tie.name(),
                    memory.spans(tie.name()).stream().filter(which.negate()).toList());
        }
    }

    private List<IncidentMember> members(Incident incident) {
        return incident.alerts().stream()
                .flatMap(alert -> memory.member(alert.id()).stream())
                .map(Enrolled::member)
                .toList();
    }

    private static Collection<Tie> ties(List<IncidentMember> members) {
        var ties = new TreeSet<Tie>();
        members.forEach(member -> ties.addAll(member.ties()));
        return ties;
    }
}
