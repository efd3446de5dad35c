package io.weir.correlate;

import java.util.List;

/** One text for several, unlike that of any others of the same number: they come from events, and who writes an event may write into them what separates them. */
final class GroupKey {

    static final char SEPARATOR = '\0';

    private GroupKey() {}

    /** Texts that hold a separator are told apart by how long they are, which follows; all others are written as ever, since states go by them. */
    static String of(List<String> texts) {
        var joined = String.join("\0", texts);
        for (var text : texts) {
            if (text.indexOf(SEPARATOR) >= 0) {
                return joined + SEPARATOR + lengths(texts);
            }
        }
        return joined;
    }

    private static String lengths(List<String> texts) {
        return String.join(
                ",", texts.stream().map(text -> Integer.toString(text.length())).toList());
    }
}
