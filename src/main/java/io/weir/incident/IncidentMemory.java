package io.weir.incident;

import java.util.List;
import java.util.Optional;

/**
 * The state of one host's incidents, lent by the caller. What is put is there at the next call; times are microseconds of event time. Incidents are
 * kept under numbers, which stay as they are when an incident's id changes.
 */
public interface IncidentMemory {

    /** The alert of that id, if it is part of an incident. */
    Optional<Enrolled> member(String alert);

    void putMember(Enrolled member);

    void removeMember(String alert);

    /** Where a tie of that name was seen; empty where it was not. */
    List<Span> spans(String tie);

    /** Keeps where a tie was seen; nothing where the list is empty. */
    void putSpans(String tie, List<Span> spans);

    /** The incident of that number. */
    Optional<Incident> incident(long number);

    void putIncident(long number, Incident incident);

    void removeIncident(long number);

    /** Asks that {@link Incidents#forget} be called with this number once the watermark has passed the time. */
    void remindAfter(long micros, long number);

    /** Asks that {@link Incidents#tell} be called with this number once the watermark has passed the time. */
    void tellAfter(long micros, long number);

    /** A number greater than every one before it on this host. */
    long nextSequence();
}
