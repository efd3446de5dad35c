package io.weir.match.sieve;

/** A character of a well-formed text in JSON, be it escaped or beyond ASCII. */
final class JsonPoint {

    private static final int UNICODE_ESCAPE = 6;

    private JsonPoint() {}

    /** The code point that stands there; two escaped halves are one. */
    static int at(byte[] json, int at) {
        if (json[at] != '\\') {
            return wide(json, at);
        }
        int unit = unit(json, at);
        if (isPair(json, at, unit)) {
            return Character.toCodePoint((char) unit, (char) unit(json, at + UNICODE_ESCAPE));
        }
        return unit;
    }

    /** How many bytes it takes up. */
    static int length(byte[] json, int at) {
        byte first = json[at];
        if (first == '\\') {
            return json[at + 1] != 'u' ? 2 : isPair(json, at, unit(json, at)) ? 2 * UNICODE_ESCAPE : UNICODE_ESCAPE;
        }
        if (first >= 0) {
            return 1;
        }
        return first >= (byte) 0xF0 ? 4 : first >= (byte) 0xE0 ? 3 : 2;
    }

    private static boolean isPair(byte[] json, int at, int unit) {
        int second = at + UNICODE_ESCAPE;
        return unit >= Character.MIN_HIGH_SURROGATE
                && unit <= Character.MAX_HIGH_SURROGATE
                && second + 1 < json.length
                && json[second] == '\\'
                && json[second + 1] == 'u'
                && Character.isLowSurrogate((char) unit(json, second));
    }

    private static int unit(byte[] json, int at) {
        return switch (json[at + 1]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex(json, at + 2);
            default -> json[at + 1];
        };
    }

    private static int hex(byte[] json, int from) {
        int unit = 0;
        for (int at = from; at < from + 4; at++) {
            unit = unit << 4 | Character.digit(json[at], 16);
        }
        return unit;
    }

    private static int wide(byte[] json, int at) {
        int first = json[at] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        if (first < 0xE0) {
            return (first & 0x1F) << 6 | tail(json, at + 1);
        }
        if (first < 0xF0) {
            return (first & 0x0F) << 12 | tail(json, at + 1) << 6 | tail(json, at + 2);
        }
        return (first & 0x07) << 18 | tail(json, at + 1) << 12 | tail(json, at + 2) << 6 | tail(json, at + 3);
    }

    private static int tail(byte[] json, int at) {
        return json[at] & 0x3F;
    }
}
