package io.weir.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads what {@link AlertJson} wrote. */
public final class AlertReader {

    /** Of a line that holds two changes, or a change and what is none, nothing is passed over; half of a surrogate pair is an escape again. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
                    alert.isNull() ? "" : new String(JSON.writeValueAsBytes(alert), StandardCharsets.UTF_8),
                    meta.path("sequence").asLong(),
                    meta.path("bounded").asBoolean(),
                    meta.path("held-back").asLong(),
                    meta.path("rules").asText(""));
        } catch (JsonEOFException e) {
            throw new IOException("found the end of the line in the middle of its JSON, expected the rest of it", e);
        } catch (MismatchedInputException e) {
            throw new IOException("found more behind the change, expected the end of the line", e);
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
