package io.weir.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads what {@link AlertJson} wrote. */
public final class AlertReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertReader() {}

    /**
     * The body of an alert as a tree.
     *
     * @throws IOException where it is no JSON
     */
    public static JsonNode body(String body) throws IOException {
        return JSON.readTree(body);
    }

    /**
     * A line of a file of alerts, or of incidents.
     *
     * @throws IOException where it is none, with what was found and expected
     */
    public static AlertChange line(String line) throws IOException {
        try {
            var root = JSON.readTree(line);
            var alert = root.has("incident") ? root.path("incident") : root.path("alert");
            if (!root.path("id").isTextual() || alert.isMissingNode() || !(alert.isObject() || alert.isNull())) {
                throw new IOException(
                        "expected {\"id\":…,\"alert\":{…} or null,\"meta\":{…}}, or \"incident\" in the place of \"alert\"");
            }
            var meta = root.path("meta");
            return new AlertChange(
                    root.path("id").textValue(),
                    alert.isNull() ? "" : JSON.writeValueAsString(alert),
                    meta.path("sequence").asLong(),
                    meta.path("bounded").asBoolean(),
                    meta.path("held-back").asLong(),
                    meta.path("rules").asText(""));
        } catch (JsonEOFException e) {
            throw new IOException("found the end of the line in the middle of its JSON, expected the rest of it", e);
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
