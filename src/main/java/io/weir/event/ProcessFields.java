package io.weir.event;

import java.util.Locale;

/** An event's fields, read as what they say of a process. Of several field names the first that says something counts. */
record ProcessFields(Event event) {

    /** No longer text is a GUID, with its braces. */
    private static final int LONGEST_GUID = 38;

    /** No longer text is a command line of Windows; of a longer one the beginning is kept for days, and told with all that descends from the process. */
    private static final int LONGEST_TEXT = 32_767;

    String text(String... names) {
        for (var name : names) {
            var text = event.field(name).map(ValueText::of).orElse("");
            if (!text.isEmpty()) {
                return ShownText.of(text, LONGEST_TEXT);
            }
        }
        return "";
    }

    /** Lower case without braces; empty where it is absent or all zeros. */
    String guid(String... names) {
        var text = text(names);
        if (text.length() > LONGEST_GUID) {
            return "";
        }
        var guid = text.replace("{", "").replace("}", "").toLowerCase(Locale.ROOT);
        return isZero(guid) ? "" : guid;
    }

    private static boolean isZero(String guid) {
        for (int i = 0; i < guid.length(); i++) {
            if (guid.charAt(i) != '0' && guid.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /** Decimal digits, whether Windows wrote decimal or hexadecimal; empty where it is no process id. */
    String pid(String... names) {
        var pid = WholeNumber.of(text(names));
        return pid < 0 ? "" : Long.toString(pid);
    }
}
