package io.weir.event;

/**
 * What the log system itself says of an event, whatever fields its rules see.
 *
 * @param channel as written, or empty
 * @param provider as written, or empty
 * @param eventId or -1
 * @param computer as written, or empty
 * @param recordNumber or -1
 * @param time when it happened and was collected
 */
record EventHeader(String channel, String provider, int eventId, String computer, long recordNumber, EventTime time) {

    EventHeader(String channel, String provider, long eventId, String computer, long recordNumber, EventTime time) {
        this(channel, provider, eventId(eventId), computer, recordNumber, time);
    }

    /** The event id of that number, or -1 where it is too large for one. */
    static int eventId(long number) {
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** The same with another time. */
    EventHeader timedAs(EventTime other) {
        return new EventHeader(channel, provider, eventId, computer, recordNumber, other);
    }

    /** Whether it has all six parts that tell one event from every other. */
    boolean identifies() {
        return eventId >= 0
                && recordNumber >= 0
                && !channel.isEmpty()
                && !provider.isEmpty()
                && !computer.isEmpty()
                && !time.raw().isEmpty();
    }
}
