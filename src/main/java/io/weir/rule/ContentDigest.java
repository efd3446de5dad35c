package io.weir.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/** SHA-256 over texts and lists of them, each with its length before it, so that no two contents run together to the same bytes. */
final class ContentDigest {

    private final MessageDigest digest;

    ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        addSize(bytes.length);
        digest.update(bytes);
    }

    void addAll(Collection<String> texts) {
        each(texts, this::add);
    }

    <T> void each(Collection<? extends T> parts, Consumer<? super T> part) {
        addSize(parts.size());
        parts.forEach(part);
    }

    <T> void each(Map<String, T> parts, Consumer<? super T> part) {
        each(parts.entrySet(), entry -> {
            add(entry.getKey());
            part.accept(entry.getValue());
        });
    }

    private void addSize(int size) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(size).flip());
    }

    /** The hash in hexadecimal; nothing can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
