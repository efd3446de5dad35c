package io.weir.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose alert a body is.
 *
 * @param rule the id of the rule that made it
 * @param host in lower case, or empty
 * @param group of a correlation, what its events share
 */
public record AlertHead(String rule, String host, Map<String, String> group) {

    public AlertHead {
        group = Collections.unmodifiableSortedMap(new TreeMap<>(group));
    }

    /** Of a body as {@link AlertJson} wrote it. */
    public static AlertHead of(String body) {
        try {
            var alert = AlertReader.body(body);
            var group = new TreeMap<String, String>();
            alert.path("group")
                    .properties()
                    .forEach(shared ->
                            group.put(shared.getKey(), shared.getValue().asText()));
            return new AlertHead(
                    alert.at("/rule/id").asText(), alert.path("host").asText(), group);
        } catch (IOException e) {
            throw new UncheckedIOException("an alert's body is JSON", e);
        }
    }
}
