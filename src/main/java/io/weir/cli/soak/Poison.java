package io.weir.cli.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Records that are no events: what broken and hostile senders send. */
final class Poison {

    private static final int DEEP = 10_000;
    private static final int LARGE = 900_000;

    private Poison() {}

    /** One of each, each to become one dead letter. */
    static List<byte[]> letters() {
        return List.of(
                "no JSON at all".getBytes(UTF_8),
                "{\"Event\":{\"System\":{\"EventID\":1".getBytes(UTF_8),
                ("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)).getBytes(UTF_8),
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'},
                new byte[] {0, 0, 0, 0},
                ("\"" + "x".repeat(LARGE)).getBytes(UTF_8));
    }
}
