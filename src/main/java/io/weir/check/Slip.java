package io.weir.check;

/** Whether a word is another with a slip of the pen: one letter too many, too few or another, or two neighbours swapped. */
final class Slip {

    private static final int SHORTEST = 4;

    private Slip() {}

    static boolean isOf(String written, String meant) {
        if (written.equals(meant) || meant.length() < SHORTEST || Math.abs(written.length() - meant.length()) > 1) {
            return false;
        }
        int at = commonHead(written, meant);
        var restWritten = written.substring(at);
        var restMeant = meant.substring(at);
        return tail(restWritten, 1).equals(tail(restMeant, 1))
                || tail(restWritten, 1).equals(restMeant)
                || restWritten.equals(tail(restMeant, 1))
                || isSwapped(restWritten, restMeant);
    }

    private static boolean isSwapped(String written, String meant) {
        return written.length() > 1
                && meant.length() > 1
                && written.charAt(0) == meant.charAt(1)
                && written.charAt(1) == meant.charAt(0)
                && written.substring(2).equals(meant.substring(2));
    }

    private static int commonHead(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String tail(String text, int from) {
        return text.length() < from ? "" : text.substring(from);
    }
}
