package io.weir.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Which alert it is: a hash of the rule's id, the group and the events that made it, 32 hexadecimal digits (design, "Identity"). */
public final class AlertId {

    private AlertId() {}

    /**
     * The id of the alert.
     *
     * @param group by field, in an order that does not depend on arrival
     * @param events the ids of the canonical evidence, in the order of the rule's steps
     */
    public static String of(String rule, Map<String, String> group, List<String> events) {
        var digest = sha256();
        add(digest, rule);
        add(digest, Integer.toString(group.size()));
        group.forEach((field, value) -> {
            add(digest, field);
            add(digest, value);
        });
        events.forEach(event -> add(digest, event));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void add(MessageDigest digest, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
