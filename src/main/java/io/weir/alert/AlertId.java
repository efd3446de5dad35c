package io.weir.alert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Which alert it is: a hash of the rule's id, the group and the events that made it, 32 hexadecimal digits (design, "Identity"). */
public final class AlertId {

    private static final HexFormat HEX = HexFormat.of();

    /** Nothing is ever added to this one. */
    private static final MessageDigest SHA256 = found();

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
        return HEX.formatHex(sha256().digest(parts.toByteArray()), 0, 16);
    }

    private static void add(String part, ByteArrayOutputStream parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        parts.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        parts.write(':');
        parts.writeBytes(bytes);
    }

    /** A copy, which takes a fraction of what looking for the algorithm does. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
