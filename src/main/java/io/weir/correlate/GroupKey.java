package io.weir.correlate;

import java.util.List;
import java.util.stream.Collectors;

/** One text for several, unlike that of any others of the same number: they come from events, and who writes an event may write into them what separates them. */
final class GroupKey {

    static final char SEPARATOR = '\0';

    private GroupKey() {}

    /** Texts that hold a separator are told apart by how long they are, which follows; all others are written as ever, since states go by them. */
    static String of(List<String> texts) {
        var joined = String.join("\0", texts);
        return texts.stream().allMatch(text -> text.indexOf(SEPARATOR) < 0)
                ? joined
                : joined
                        + SEPARATOR
                        + texts.stream()
                                .map(text -> Integer.toString(text.length()))
                                .collect(Collectors.joining(","));
    }
}
