package io.weir.job;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.alert.AlertJson;
import io.weir.incident.IncidentJson;
import io.weir.job.sink.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Changes of alerts and of incidents as records of a topic and lines of a file (docs/alerts.md). */
final class ChangeRecords {

    private ChangeRecords() {}

    static OutboundRecord ofAlert(AlertChange change) {
        return of(AlertJson.KEY, Alert.SCHEMA, change);
    }

    static OutboundRecord ofIncident(AlertChange change) {
        return of(IncidentJson.KEY, IncidentJson.SCHEMA, change);
    }

    private static OutboundRecord of(String key, int schema, AlertChange change) {
        var meta = meta(schema, change);
        return new OutboundRecord(
                change.id(), utf8(change.body()), () -> utf8(AlertJson.line(key, change, meta)), meta);
    }

    private static Map<String, String> meta(int schema, AlertChange change) {
        var meta = new TreeMap<String, String>();
        meta.put("schema", Integer.toString(schema));
        meta.put("sequence", Long.toString(change.sequence()));
        if (change.bounded()) {
            meta.put("bounded", "true");
        }
        if (change.heldBack() > 0) {
            meta.put("held-back", Long.toString(change.heldBack()));
        }
        if (!change.rules().isEmpty()) {
            meta.put("rules", change.rules());
        }
        return meta;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
