package io.weir.alert;

import io.weir.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Which alert it is: a hash of the rule's id, the group and the events that made it, 32 hexadecimal digits (design, "Identity"). */
public final class AlertId {

    private static final HexFormat HEX = HexFormat.of();

    private AlertId() {}

    /**
     * The id of the alert.
     *
     * @param group by field, in an order that does not depend on arrival
     * @param events the ids of the canonical evidence, in the order of the rule's steps
     */
    public static String of(String rule, Map<String, String> group, List<String> events) {
        var parts = new ByteArrayOutputStream(256);
        add(rule, parts);
        add(Integer.toString(group.size()), parts);
        group.forEach((field, value) -> {
            add(field, parts);
            add(value, parts);
        });
        events.forEach(event -> add(event, parts));
        return HEX.formatHex(Sha256.begin().digest(parts.toByteArray()), 0, 16);
    }

    private static void add(String part, ByteArrayOutputStream parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        parts.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        parts.write(':');
        parts.writeBytes(bytes);
    }
}
