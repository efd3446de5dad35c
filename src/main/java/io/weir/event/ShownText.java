package io.weir.event;

/** Text of an event that travels on to people: cut where it is too long to be read. */
public final class ShownText {

    /** Longer values are cut to as many UTF-16 units and marked with {@link #CUT}. Command lines of Windows are shorter. */
    public static final int MOST = 8192;

    /** What stands at the end of a value that was cut. */
    static final String CUT = "…";

    private ShownText() {}

    /** The text, or its beginning; no character is cut in two. */
    public static String of(String text) {
        return of(text, MOST);
    }

    /** The same of at most so many UTF-16 units, and the mark. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + CUT;
    }
}
