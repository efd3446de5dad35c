package io.weir.event;

import java.util.Map;

/** Character references and XML's own five entities in text. Any other is kept as written: there is nothing that could declare it. */
final class XmlReferences {

    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    /** With zeros in front; longer is no reference. */
    private static final int LONGEST = 12;

    private XmlReferences() {}

    static String resolve(String text) {
        var reference = text.indexOf('&');
        if (reference < 0) {
            return text;
        }
        var resolved = new StringBuilder(text.length());
        var done = 0;
        while (reference >= 0) {
            resolved.append(text, done, reference);
            done = append(text, reference, resolved);
            reference = text.indexOf('&', done);
        }
        return resolved.append(text, done, text.length()).toString();
    }

    /** Appends what the reference stands for, or its ampersand where it is none, and says up to where the text is done. */
    private static int append(String text, int from, StringBuilder resolved) {
        var end = end(text, from);
        var meant = end < 0 ? "" : meaning(text.substring(from + 1, end));
        if (meant.isEmpty()) {
            resolved.append('&');
            return from + 1;
        }
        resolved.append(meant);
        return end + 1;
    }

    /** Where the reference ends, or -1: looked for nearby only, so that a text of nothing but ampersands is read in one pass. */
    private static int end(String text, int from) {
        for (var at = from; at < Math.min(text.length(), from + LONGEST); at++) {
            if (text.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    private static String meaning(String reference) {
        return reference.startsWith("#") ? character(reference.substring(1)) : ENTITIES.getOrDefault(reference, "");
    }

    private static String character(String number) {
        try {
            var code = number.startsWith("x")
                    ? Integer.parseInt(number, 1, number.length(), 16)
                    : Integer.parseInt(number);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
