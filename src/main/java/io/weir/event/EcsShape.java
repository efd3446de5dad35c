package io.weir.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Winlogbeat's events after its modules for Sysmon and Security (version 7 in the beat, version 8 in an ingest pipeline), which move fields out of {@code
 * winlog.event_data} into the Elastic Common Schema. They are moved back ({@link EcsFields}); what event data still has stands.
 *
 * <p>The time is {@code winlog.time_created}, which the Sysmon module drops, else {@code @timestamp}, which that module sets to Sysmon's own {@code
 * UtcTime}: nothing else is left. {@code event.created} is when Winlogbeat read the event.
 */
final class EcsShape implements EventShape {

    /** Objects that only modules make, besides {@code event.module}, which need not say so. */
    private static final List<String> SECTIONS = List.of(
            "process",
            "file",
            "registry",
            "dns",
            "source",
            "destination",
            "network",
            "rule",
            "sysmon",
            "service",
            "powershell");

    private static final WinlogbeatShape WINLOGBEAT = new WinlogbeatShape();

    @Override
    public String signature() {
        return WINLOGBEAT.signature();
    }

    @Override
    public boolean fits(JsonObject event) {
        return WINLOGBEAT.fits(event)
                && SECTIONS.stream().anyMatch(section -> event.object(section).isPresent());
    }

    @Override
    public Reading read(JsonObject event) {
        var raw = WINLOGBEAT.read(event);
        var header = raw.header().timedAs(time(event, raw.header().time()));
        var moved = EcsFields.movedBack(event, header, raw.fields().keySet());
        var all = new LinkedHashMap<>(moved.toMap());
        all.putAll(raw.fields());
        return new Reading(header, Collections.unmodifiableMap(all));
    }

    private static EventTime time(JsonObject event, EventTime stamped) {
        var created = event.object("winlog")
                .map(winlog -> winlog.text("time_created"))
                .orElse("");
        var time = EventTime.utc(created, stamped.collected());
        return time.stamp().isKnown() ? time : stamped;
    }
}
