package io.weir.event;

import java.util.List;

/**
 * All fields at the top, as NXLog and PowerShell exports write them: {@code EventID} beside {@code Channel} or {@code SourceName}.
 *
 * <p>The computer is {@code Hostname}, else {@code Computer}; {@code host} is the collector's. The time is {@code EventTime}, which
 * NXLog writes in the local time of the machine that it runs on, without a zone. The same clock wrote {@code EventReceivedTime}
 * and a collector stamped {@code @timestamp} in UTC soon after, so that the difference of these two, rounded to a quarter of an hour,
 * is the zone. {@code UtcTime} is never the time: it comes from inside Sysmon, a day off in real data.
 */
final class FlatShape implements EventShape {

    private static final long QUARTER_HOUR_MICROS = 900_000_000L;

    /** Zones lie between 12 hours behind UTC and 14 ahead; a larger difference is no zone but a replay of old records. */
    private static final long FARTHEST_ZONE_MICROS = 14 * 4 * QUARTER_HOUR_MICROS;

    /** What gives the time where {@code EventTime} does not come with a zone, the best first; what names no zone is taken for UTC. */
    private static final List<String> OTHER_TIMES = List.of("TimeCreated", "TimeGenerated", "EventTime");

    @Override
    public String signature() {
        return "EventID beside Channel or SourceName (NXLog and flat exports)";
    }

    @Override
    public boolean fits(JsonObject event) {
        return event.has("EventID") && (event.has("Channel") || event.has("SourceName") || event.has("Provider_Name"));
    }

    @Override
    public boolean isPlain() {
        return true;
    }

    @Override
    public Reading read(JsonObject event) {
        var fields = new Fields();
        event.addContentTo(fields, "");
        fields.take("Provider_Name", fields, "SourceName");
        fields.take("Computer", fields, "Hostname");
        return new Reading(header(event, fields), fields.toMap());
    }

    private static EventHeader header(JsonObject event, Fields fields) {
        return new EventHeader(
                fields.text("Channel"),
                either(event.text("SourceName"), fields.text("Provider_Name")),
                fields.number("EventID"),
                either(fields.text("Hostname"), fields.text("Computer")),
                Math.max(fields.number("RecordNumber"), fields.number("EventRecordID")),
                time(fields));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static EventTime time(Fields fields) {
        var collected = TimeText.of(fields.onlyText("@timestamp")).zonedStamp();
        var raw = fields.onlyText("EventTime");
        var stamp = zoned(TimeText.of(raw), collected, fields);
        return stamp.isKnown() ? new EventTime(raw, stamp, collected) : otherTime(fields, collected);
    }

    private static EventTime otherTime(Fields fields, Stamp collected) {
        return OTHER_TIMES.stream()
                .map(name -> EventTime.utc(fields.onlyText(name), collected))
                .filter(time -> time.stamp().isKnown())
                .findFirst()
                .orElse(EventTime.unknown(collected));
    }

    /** The event time with its own zone, else with the collector's, else none. */
    private static Stamp zoned(TimeText time, Stamp collected, Fields fields) {
        if (time.zoned()) {
            return time.stamp();
        }
        var received = TimeText.of(fields.onlyText("EventReceivedTime")).zonelessStamp();
        if (!time.stamp().isKnown() || !collected.isKnown() || !received.isKnown()) {
            return Stamp.NONE;
        }
        return shifted(time.stamp(), toQuarterHour(collected.micros() - received.micros()));
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
