package io.weir.parse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of what a document says. It is SHA-256 over the document's values in their order: for a scalar the name of its type and its
 * text, for a list or a map its size and then its parts. So comments, blank lines, indentation, the style of quotes, anchors and the
 * place in the file don't change it; everything else does, even the order of keys.
 */
final class CanonicalContent implements Yaml.Cases<Void> {

    private final MessageDigest digest;

    /** What the digest has not seen yet: to update it value by value costs more than it does. */
    private final ByteBuffer waiting = ByteBuffer.allocate(4_096);

    private CanonicalContent() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String hash(Yaml value) {
        var content = new CanonicalContent();
        value.match(content);
        content.flush();
        return HexFormat.of().formatHex(content.digest.digest());
    }

    @Override
    public Void scalar(Yaml.Scalar scalar) {
        add(scalar.type().name());
        add(scalar.text());
        return null;
    }

    @Override
    public Void sequence(Yaml.Sequence sequence) {
        add("LIST");
        add(sequence.items().size());
        sequence.items().forEach(item -> item.match(this));
        return null;
    }

    @Override
    public Void mapping(Yaml.Mapping mapping) {
        add("MAP");
        add(mapping.entries().size());
        for (var entry : mapping.entries()) {
            entry.key().match(this);
            entry.value().match(this);
        }
        return null;
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        makeRoom(bytes.length);
        if (bytes.length <= waiting.remaining()) {
            waiting.put(bytes);
        } else {
            digest.update(bytes);
        }
    }

    private void add(int number) {
        makeRoom(Integer.BYTES);
        waiting.putInt(number);
    }

    private void makeRoom(int bytes) {
        if (bytes > waiting.remaining()) {
            flush();
        }
    }

    private void flush() {
        digest.update(waiting.flip());
        waiting.clear();
    }
}
