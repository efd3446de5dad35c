package io.weir.rule;

/** Text that is safe to show on a terminal. */
public final class Printable {

    private Printable() {}

    /**
     * The text with every control, format and unpaired surrogate character written as {@code \}{@code uXXXX}, so that what came in
     * cannot move the cursor, hide text or forge lines. Line ends are control characters, too.
     */
    public static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isSafe(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format("\\u%04x", point));
            }
        });
        return shown.toString();
    }

    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
