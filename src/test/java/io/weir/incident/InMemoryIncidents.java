package io.weir.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The memory of one host's incidents in plain maps, with the watermark's reminders. */
public final class InMemoryIncidents implements IncidentMemory {

    private final Map<String, Enrolled> members = new HashMap<>();
    private final Map<String, List<Span>> ties = new HashMap<>();
    private final Map<Long, Incident> incidents = new HashMap<>();
    private final TreeMap<Long, List<Long>> reminders = new TreeMap<>();
    private final TreeMap<Long, List<Long>> tellings = new TreeMap<>();
    private long sequence;

    @Override
    public Optional<Enrolled> member(String alert) {
        return Optional.ofNullable(members.get(alert));
    }

    @Override
    public void putMember(Enrolled member) {
        members.put(member.member().alert(), member);
    }

    @Override
    public void removeMember(String alert) {
        members.remove(alert);
    }

    @Override
    public List<Span> spans(String tie) {
        return ties.getOrDefault(tie, List.of());
    }

    @Override
    public void putSpans(String tie, List<Span> spans) {
        if (spans.isEmpty()) {
            ties.remove(tie);
        } else {
            ties.put(tie, List.copyOf(spans));
        }
    }

    @Override
    public Optional<Incident> incident(long number) {
        return Optional.ofNullable(incidents.get(number));
    }

    @Override
    public void putIncident(long number, Incident incident) {
        incidents.put(number, incident);
    }

    @Override
    public void removeIncident(long number) {
        incidents.remove(number);
    }

    @Override
    public void remindAfter(long micros, long number) {
        reminders.computeIfAbsent(micros, time -> new ArrayList<>()).add(number);
    }

    @Override
    public void tellAfter(long micros, long number) {
        tellings.computeIfAbsent(micros, time -> new ArrayList<>()).add(number);
    }

    @Override
    public long nextSequence() {
        return ++sequence;
    }

    /** What waits to be told, or is to be forgotten, by that watermark. */
    public void pass(long watermark, LongConsumer tell, LongConsumer forget) {
        pass(tellings, watermark, tell);
        pass(reminders, watermark, forget);
    }

    private static void pass(NavigableMap<Long, List<Long>> timers, long watermark, LongConsumer action) {
        while (!timers.isEmpty() && timers.firstKey() <= watermark) {
            timers.pollFirstEntry().getValue().forEach(action::accept);
        }
    }

    int mostSpans() {
        return ties.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** How many entries the memory holds. */
    public int size() {
        return members.size() + ties.size() + incidents.size() + reminders.size() + tellings.size();
    }
}
