package io.weir.match;

import java.util.List;
import java.util.Random;

/** Texts of rules and of events, out of few pieces, so that they often meet; odd ones among them. */
final class RandomText {

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "ab",
            "Ab",
            "aB",
            "ba",
            "1",
            "12",
            "1.0",
            "true",
            "10.1.2.3",
            "fe80::1",
            "\n",
            "\r\n",
            "\u2028",
            " ",
            "É",
            "é",
            "e\u0301",
            "Σ",
            "ς",
            "σ",
            "ß",
            "ẞ",
            "\u212a",
            "k",
            "ſ",
            "s",
            "İ",
            "ı",
            "i",
            "I",
            "\ud801\udc00",
            "\ud801\udc28",
            "\ud83d\ude00",
            "-",
            "/",
            "\u2013",
            "\u2014",
            "\u2015",
            "-a",
            "/b",
            "%",
            "\"",
            "'",
            "#",
            "\u0130\u0307");

    private static final List<String> SPECIAL =
            List.of("*", "?", "\\", "\\\\", "\\*", "\\?", "\\\\*", "\\\\\\*", "\\a", "**", "*?");

    private RandomText() {}

    /** Text without wildcards and backslashes, of two pieces at most. */
    static String plain(Random random) {
        return piece(random) + (random.nextBoolean() ? piece(random) : "");
    }

    /** Text as a rule writes it, wildcards and escapes among it; perhaps empty. */
    static String ofRule(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            text.append(random.nextInt(4) == 0 ? SPECIAL.get(random.nextInt(SPECIAL.size())) : piece(random));
        }
        return text.toString();
    }

    /** Text as an event has it. */
    static String ofEvent(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(4); left > 0; left--) {
            text.append(random.nextInt(6) == 0 ? List.of("*", "?", "\\").get(random.nextInt(3)) : piece(random));
        }
        return text.toString();
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
