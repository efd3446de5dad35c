package io.weir.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Writes one event as producers do that Weir reads. */
enum ShapeWriter {
    XML {
        @Override
        String write(Told told) {
            return xml(told);
        }
    },
    HEC_XML {
        @Override
        String write(Told told) {
            var hec = envelope(told);
            return hec.put("sourcetype", "XmlWinEventLog")
                    .put("event", xml(told))
                    .toString();
        }
    },
    HEC_JSON {
        @Override
        String write(Told told) {
            var hec = envelope(told);
            hec.put("sourcetype", "WinEventLog").set("event", splunk(told));
            return hec.toString();
        }
    },
    SPLUNK_EXPORT {
        @Override
        String write(Told told) {
            var line = JSON.createObjectNode().put("preview", false).put("offset", 7);
            line.set("result", splunk(told).put("_time", told.time()));
            return line.toString();
        }
    },
    AZURE_JSON {
        @Override
        String write(Told told) {
            return row(told).put("EventData", data(told).toString()).toString();
        }
    },
    AZURE_XML {
        @Override
        String write(Told told) {
            return row(told)
                    .put(
                            "EventData",
                            "<EventData xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">\r\n"
                                    + xmlData(told) + "</EventData>")
                    .toString();
        }
    },
    AZURE_BATCH {
        @Override
        String write(Told told) {
            var batch = JSON.createObjectNode();
            var record = batch.putArray("records")
                    .addObject()
                    .put("time", told.time())
                    .put("category", "WindowsEventLogsTable");
            record.putObject("properties")
                    .put("EventId", told.id())
                    .put("Channel", told.channel())
                    .put("RawXml", xml(told));
            return batch.toString();
        }
    },
    ECS_7 {
        @Override
        String write(Told told) {
            return EcsWriter.ofVersion7(told).write().toString();
        }
    },
    ECS_8 {
        @Override
        String write(Told told) {
            return EcsWriter.ofVersion8(told).write().toString();
        }
    };

    /** Whether who acted is moved, so that not all that is known of a process comes back. */
    boolean isEcs() {
        return this == ECS_7 || this == ECS_8;
    }

    static final ObjectMapper JSON = new ObjectMapper();

    abstract String write(Told told);

    private static String xml(Told told) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='"
                + escaped(told.provider())
                + "'/><EventID>" + told.id() + "</EventID><Level>" + told.level() + "</Level><TimeCreated SystemTime='"
                + told.time()
                + "'/>" + (told.number() < 0 ? "" : "<EventRecordID>" + told.number() + "</EventRecordID>")
                + "<Correlation/><Channel>"
                + escaped(told.channel()) + "</Channel><Computer>" + escaped(told.computer())
                + "</Computer><Security/></System><EventData>"
                + xmlData(told) + "</EventData><RenderingInfo Culture='en-US'><Message>" + escaped(told.message())
                + "</Message></RenderingInfo></Event>";
    }

    private static String xmlData(Told told) {
        var data = new StringBuilder();
        told.data()
                .forEach((name, values) -> values.forEach(value -> data.append("<Data Name='")
                        .append(escaped(name))
                        .append("'>")
                        .append(escaped(value))
                        .append("</Data>")));
        return data.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }

    private static BigDecimal seconds(Told told) {
        var time = Instant.parse(told.time());
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano() / 1_000, 6));
    }

    private static ObjectNode envelope(Told told) {
        return JSON.createObjectNode()
                .put("time", seconds(told))
                .put("host", "forwarder")
                .put("source", "WinEventLog:" + told.channel());
    }

    private static ObjectNode splunk(Told told) {
        var fields = data(told)
                .put("EventCode", Integer.toString(told.id()))
                .put("ComputerName", told.computer())
                .put("SourceName", told.provider())
                .put("RecordNumber", Long.toString(told.number()))
                .put("Message", told.message());
        if (!fields.has("Channel")) {
            fields.put("LogName", told.channel());
        }
        return fields;
    }

    private static ObjectNode row(Told told) {
        return JSON.createObjectNode()
                .put("Type", "WindowsEvent")
                .put("TimeGenerated", told.time())
                .put("Provider", told.provider())
                .put("Channel", told.channel())
                .put("Computer", told.computer())
                .put("EventID", told.id())
                .put("EventLevel", told.level())
                .put("EventRecordId", Long.toString(told.number()))
                .put("RenderedDescription", told.message());
    }

    static ObjectNode data(Told told) {
        var data = JSON.createObjectNode();
        told.data().forEach((name, values) -> put(data, name, values));
        return data;
    }

    private static void put(ObjectNode data, String name, List<String> values) {
        if (values.size() == 1) {
            data.put(name, values.get(0));
        } else {
            values.forEach(data.putArray(name)::add);
        }
    }
}
