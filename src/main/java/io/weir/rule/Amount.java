package io.weir.rule;

import java.util.Locale;

/** How many of something, as people say it. */
public final class Amount {

    private Amount() {}

    /**
     * A number and its noun: {@code 1 alert}, {@code 2,000 events}.
     *
     * @param noun in the singular; its plural has an s
     */
    public static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
