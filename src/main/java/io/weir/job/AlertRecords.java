package io.weir.job;

import io.weir.alert.Alert;
import io.weir.alert.AlertChange;
import io.weir.alert.AlertJson;
import io.weir.job.sink.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Alert changes as records of a topic and lines of a file (docs/alerts.md). */
final class AlertRecords {

    private AlertRecords() {}

    static OutboundRecord of(AlertChange change) {
        var meta = meta(change);
        return new OutboundRecord(change.id(), utf8(change.body()), utf8(AlertJson.line(change, meta)), meta);
    }

    private static Map<String, String> meta(AlertChange change) {
        var meta = new TreeMap<String, String>();
        meta.put("schema", Integer.toString(Alert.SCHEMA));
        meta.put("sequence", Long.toString(change.sequence()));
        if (change.bounded()) {
            meta.put("bounded", "true");
        }
        return meta;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
