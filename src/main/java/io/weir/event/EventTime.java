package io.weir.event;

/**
 * When an event happened and was collected, as its record tells it.
 *
 * @param raw the text of the field that gave the time: a part of the event's identity; empty where there is no time
 * @param stamp when it happened
 * @param collected when a collector took it in; {@link Stamp#NONE} where the record does not say
 */
record EventTime(String raw, Stamp stamp, Stamp collected) {

    /** A collector's time that only repeats the event's own tells nothing of the arrival and is left out. */
    EventTime {
        collected = repeats(stamp, collected) ? Stamp.NONE : collected;
    }

    /** The record names no time that can be read. */
    static EventTime unknown(Stamp collected) {
        return new EventTime("", Stamp.NONE, collected);
    }

    /** The time of that text, read as UTC where it names no zone. */
    static EventTime utc(String raw, Stamp collected) {
        var stamp = TimeText.of(raw).stamp();
        return stamp.isKnown() ? new EventTime(raw, stamp, collected) : unknown(collected);
    }

    /** Whether the second is the first, perhaps written less finely. */
    private static boolean repeats(Stamp stamp, Stamp collected) {
        var unit = collected.precisionMicros();
        return stamp.isKnown()
                && collected.isKnown()
                && unit >= stamp.precisionMicros()
                && Math.floorDiv(stamp.micros(), unit) * unit == collected.micros();
    }
}
