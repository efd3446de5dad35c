package io.weir.event;

import java.util.List;
import java.util.function.IntFunction;

/**
 * All fields at the top, as NXLog and PowerShell exports write them: {@code EventID} beside {@code Channel} or {@code SourceName}.
 *
 * <p>The computer is {@code Hostname}, else {@code Computer}; {@code host} is the collector's. The time is {@code EventTime}, which
 * NXLog writes in the local time of the machine that it runs on, without a zone. The same clock wrote {@code EventReceivedTime}
 * and a collector stamped {@code @timestamp} in UTC soon after, so that the difference of these two, rounded to a quarter of an hour,
 * is the zone. {@code UtcTime} is never the time: it comes from inside Sysmon, a day off in real data.
 */
final class FlatShape implements PlainShape {

    private static final long QUARTER_HOUR_MICROS = 900_000_000L;

    /** Zones lie between 12 hours behind UTC and 14 ahead; a larger difference is no zone but a replay of old records. */
    private static final long FARTHEST_ZONE_MICROS = 14 * 4 * QUARTER_HOUR_MICROS;

    /** The fields that times are in; what follows is their places here. */
    private static final List<String> TIMES =
            List.of("@timestamp", "EventTime", "EventReceivedTime", "TimeCreated", "TimeGenerated");

    private static final int COLLECTED = 0;
    private static final int EVENT_TIME = 1;
    private static final int RECEIVED = 2;

    /** What gives the time where {@code EventTime} does not come with a zone, the best first; what names no zone is taken for UTC. */
    private static final int[] OTHER_TIMES = {3, 4, EVENT_TIME};

    @Override
    public String signature() {
        return "EventID beside Channel or SourceName (NXLog and flat exports)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.has("EventID") && (event.has("Channel") || event.has("SourceName") || event.has("Provider_Name"));
    }

    @Override
    public Reading read(JsonObject event) {
        var fields = fields(event);
        return new Reading(header(event, fields), fields.toMap());
    }

    private static Fields fields(JsonObject event) {
        var fields = new Fields();
        event.addContentTo(fields, "");
        fields.take("Provider_Name", fields, "SourceName");
        fields.take("Computer", fields, "Hostname");
        return fields;
    }

    private EventHeader header(JsonObject event, Fields fields) {
        return new EventHeader(
                fields.text("Channel"),
                either(event.text("SourceName"), fields.text("Provider_Name")),
                fields.number("EventID"),
                either(fields.text("Hostname"), fields.text("Computer")),
                Math.max(fields.number("RecordNumber"), fields.number("EventRecordID")),
                time(times(fields)::get));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    @Override
    public List<String> times(JsonObject event) {
        return times(fields(event));
    }

    private static List<String> times(Fields fields) {
        return TIMES.stream().map(fields::onlyText).toList();
    }

    @Override
    public EventTime time(IntFunction<String> times) {
        var collected = TimeText.of(times.apply(COLLECTED)).zonedStamp();
        var raw = times.apply(EVENT_TIME);
        var stamp = zoned(TimeText.of(raw), collected, times);
        return stamp.isKnown() ? new EventTime(raw, stamp, collected) : otherTime(times, collected);
    }

    private static EventTime otherTime(IntFunction<String> times, Stamp collected) {
        for (int place : OTHER_TIMES) {
            var time = EventTime.utc(times.apply(place), collected);
            if (time.stamp().isKnown()) {
                return time;
            }
        }
        return EventTime.unknown(collected);
    }

    /** The event time with its own zone, else with the collector's, else none. */
    private static Stamp zoned(TimeText time, Stamp collected, IntFunction<String> times) {
        if (time.zoned()) {
            return time.stamp();
        }
        if (!time.stamp().isKnown() || !collected.isKnown()) {
            return Stamp.NONE;
        }
        var received = TimeText.of(times.apply(RECEIVED)).zonelessStamp();
        return received.isKnown()
                ? shifted(time.stamp(), toQuarterHour(collected.micros() - received.micros()))
                : Stamp.NONE;
    }

    private static Stamp shifted(Stamp local, long micros) {
        return Math.abs(micros) > FARTHEST_ZONE_MICROS
                ? Stamp.NONE
                : new Stamp(local.micros() + micros, local.precisionMicros());
    }

    private static long toQuarterHour(long micros) {
        return Math.floorDiv(micros + QUARTER_HOUR_MICROS / 2, QUARTER_HOUR_MICROS) * QUARTER_HOUR_MICROS;
    }
}
