package io.weir.alert;

/**
 * JSON as it is written: what a general writer does beside, such as looking up buffers and checking each step, took as long as the text of an alert itself. Texts are
 * escaped as Jackson does it, and commas come by themselves.
 */
final class JsonText {

    private static final int USUAL_LENGTH = 2_000;
    private static final char FIRST_PLAIN = 0x20;
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    void beginObject() {
        separate();
        text.append('{');
    }

    void endObject() {
        text.append('}');
    }

    void beginArray() {
        separate();
        text.append('[');
    }

    void endArray() {
        text.append(']');
    }

    /** The name of what comes next. */
    void name(String name) {
        separate();
        quote(name);
        text.append(':');
    }

    void value(String value) {
        separate();
        quote(value);
    }

    /** JSON that is there already, and also {@code true}, {@code null} and the like. */
    void raw(String json) {
        separate();
        text.append(json);
    }

    void field(String name, String value) {
        name(name);
        quote(value);
    }

    /** Between two values and nowhere else: what a value ends with is none of the three that it comes after. */
    private void separate() {
        int length = text.length();
        if (length > 0) {
            char last = text.charAt(length - 1);
            if (last != '{' && last != '[' && last != ':') {
                text.append(',');
            }
        }
    }

    private void quote(String value) {
        text.append('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            if (at < FIRST_PLAIN || at == '"' || at == '\\') {
                text.append(value.substring(from, i));
                escape(at);
                from = i + 1;
            }
        }
        // A builder copies a whole text at once, and a part of one letter by letter.
        text.append(from == 0 ? value : value.substring(from)).append('"');
    }

    private void escape(char special) {
        text.append('\\');
        switch (special) {
            case '\b' -> text.append('b');
            case '\t' -> text.append('t');
            case '\n' -> text.append('n');
            case '\f' -> text.append('f');
            case '\r' -> text.append('r');
            case '"', '\\' -> text.append(special);
            default ->
                text.append("u00").append(HEXADECIMAL.charAt(special >> 4)).append(HEXADECIMAL.charAt(special & 0xf));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
