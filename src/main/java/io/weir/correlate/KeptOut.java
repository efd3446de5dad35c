package io.weir.correlate;

import java.util.List;

/**
 * Matches of one rule that a correlation refers to which came to no group of it.
 *
 * @param reason why not
 * @param rule the id of the rule that matched
 * @param detail which field, where the reason has one; else empty
 * @param events how many
 * @param micros of a clock ahead, or of an event too late, by how much more than is allowed, in microseconds: the least of them; else zero
 * @param examples the first of them
 */
public record KeptOut(Reason reason, String rule, String detail, int events, long micros, List<Sighting> examples) {

    public KeptOut {
        examples = List.copyOf(examples);
    }

    static KeptOut without(Reason reason, String rule, int events) {
        return new KeptOut(reason, rule, "", events, 0, List.of());
    }

    KeptOut and(KeptOut more) {
        return new KeptOut(reason, rule, detail, events + more.events, Math.min(micros, more.micros), examples);
    }

    /** Why a match comes to no group. */
    public enum Reason {
        /** No event matches the rule. */
        NEVER_MATCHED,
        /** The event lacks a field that the correlation groups by: the detail names it. */
        FIELD_ABSENT,
        /** The event lacks the field that is counted or measured. */
        VALUE_ABSENT,
        /** The field that is measured holds no number, or one below zero, which is not summed up. */
        NO_NUMBER,
        /** The correlation has a link, and the event names no process. */
        NO_PROCESS,
        /** No process that the first step matched is the event's own or an ancestor of it. */
        NO_LINK,
        /** So, too, but the start of an ancestor was not seen, which may be why. */
        ANCESTRY_UNKNOWN,
        /** The event is stamped further ahead of its arrival than a clock may be. */
        CLOCK_AHEAD,
        /** The event came later than the lateness allows. */
        LATE,
        /** The event has no time. */
        NO_TIME,
        /** A bound of the state was reached. */
        NO_ROOM
    }
}
