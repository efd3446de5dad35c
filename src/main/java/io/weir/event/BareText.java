package io.weir.event;

/** Values of JSON without quotes, in bytes: numbers, {@code true} and {@code false}. */
final class BareText {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private BareText() {}

    /** Whether a value may begin so. */
    static boolean begins(byte first) {
        return (first >= '0' && first <= '9') || first == '-' || first == 't' || first == 'f';
    }

    /** Where the value that begins at {@code from} ends, or -1 where it is none. */
    static int end(byte[] bytes, int from) {
        return switch (bytes[from]) {
            case 't' -> word(bytes, from, TRUE);
            case 'f' -> word(bytes, from, FALSE);
            default -> number(bytes, from);
        };
    }

    private static int word(byte[] bytes, int from, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (at(bytes, from + i) != word[i]) {
                return -1;
            }
        }
        return from + word.length;
    }

    private static int number(byte[] bytes, int from) {
        int first = bytes[from] == '-' ? from + 1 : from;
        int end = at(bytes, first) == '0' ? first + 1 : digits(bytes, first);
        if (end == first) {
            return -1;
        }
        if (at(bytes, end) == '.') {
            int fraction = end + 1;
            end = digits(bytes, fraction);
            if (end == fraction) {
                return -1;
            }
        }
        return exponent(bytes, end);
    }

    private static int exponent(byte[] bytes, int from) {
        if (at(bytes, from) != 'e' && at(bytes, from) != 'E') {
            return from;
        }
        int sign = at(bytes, from + 1);
        int first = sign == '+' || sign == '-' ? from + 2 : from + 1;
        int end = digits(bytes, first);
        return end == first ? -1 : end;
    }

    private static int digits(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int at(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] : 0;
    }
}
