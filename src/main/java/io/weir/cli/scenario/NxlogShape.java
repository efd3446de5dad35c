package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What NXLog on a collector writes: one flat object; times to the second, in the collector's local time, without a zone. */
final class NxlogShape implements Shape {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(-5);

    private final String collector;

    NxlogShape(String collector) {
        this.collector = collector;
    }

    @Override
    public void write(Observation event, long record, long received, JsonGenerator json) throws IOException {
        var log = event.kind().log();
        json.writeStartObject();
        json.writeStringField("EventTime", local(event.time()));
        json.writeStringField("Hostname", event.machine().name());
        json.writeStringField("EventType", "INFO");
        json.writeNumberField("SeverityValue", 2);
        json.writeStringField("Severity", "INFO");
        json.writeNumberField("EventID", event.kind().eventId());
        json.writeStringField("SourceName", log.provider());
        json.writeStringField("ProviderGuid", log.providerGuid().inBraces());
        json.writeNumberField("RecordNumber", record);
        json.writeNumberField("ExecutionProcessID", 3172);
        json.writeNumberField("ThreadID", 4048);
        json.writeStringField("Channel", log.channel());
        json.writeStringField("Message", Shape.message(event));
        for (var field : event.data()) {
            json.writeStringField(field.name(), field.text());
        }
        json.writeStringField("EventReceivedTime", local(received));
        json.writeStringField("SourceModuleName", "eventlog");
        json.writeStringField("SourceModuleType", "im_msvistalog");
        json.writeStringField("@timestamp", MILLIS.format(Timeline.instant(received)));
        json.writeStringField("@version", "1");
        json.writeStringField("host", collector);
        json.writeEndObject();
    }

    private static String local(long micros) {
        return LOCAL.format(LocalDateTime.ofInstant(Timeline.instant(micros), ZONE));
    }
}
