package io.weir.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, cut to its first 128 bits. */
final class Digest {

    private static final int BYTES = 16;

    private final MessageDigest sha256 = Sha256.begin();

    Digest add(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    /** Adds the text behind its length, so that no two sequences of texts run together into the same bytes. */
    Digest addText(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array())
                .add(bytes);
    }

    /** The hash of all that was added, in hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    }
}
