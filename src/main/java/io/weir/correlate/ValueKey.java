package io.weir.correlate;

import io.weir.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What tells one value of some fields from another: values compare without case. */
final class ValueKey {

    /** A longer key is kept as its hash. */
    private static final int LONGEST = 64;

    private ValueKey() {}

    static String of(List<String> values) {
        var whole = values.stream()
                .map(value -> value.length() + ":" + value.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return whole.length() <= LONGEST ? whole : hash(whole);
    }

    private static String hash(String text) {
        byte[] digest = Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, LONGEST / 4);
    }
}
