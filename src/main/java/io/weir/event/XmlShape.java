package io.weir.event;

import java.util.Optional;

/**
 * Event XML as Windows renders it, forwarded by a collector (WEF), NXLog or Splunk: read as what {@code evtx_dump} makes of it.
 *
 * <p>The time is {@code SystemTime}, in UTC. Windows renders it with seven or nine digits behind the point; for the identity it is spelled as {@code
 * evtx_dump} does, with six, so that the copies of one event agree.
 */
final class XmlShape {

    private static final EvtxDumpShape EVTX_DUMP = new EvtxDumpShape();

    private XmlShape() {}

    /** What the element, as the only member of an object, says if it is an event. */
    static Optional<EventShape.Reading> read(JsonObject event) {
        return EVTX_DUMP.fits(event) ? Optional.of(respelled(EVTX_DUMP.read(event))) : Optional.empty();
    }

    private static EventShape.Reading respelled(EventShape.Reading reading) {
        return new EventShape.Reading(
                reading.header().timedAs(inMicroseconds(reading.header().time())), reading.fields());
    }

    /** The same time, spelled with six digits behind the point. */
    static EventTime inMicroseconds(EventTime time) {
        return time.stamp().isKnown() ? new EventTime(time.stamp().isoMicros(), time.stamp(), time.collected()) : time;
    }
}
