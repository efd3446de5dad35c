package io.weir.match;

import java.util.Collection;
import java.util.Comparator;

/** Names of log sources that an author may have meant. */
final class LogSourceNames {

    private static final int LONGEST = 64;

    private LogSourceNames() {}

    /** The known name that takes the fewest changes of a letter to become the one written; of several, the first in the alphabet. */
    static String nearest(String written, Collection<String> known) {
        String cut = written.substring(0, Math.min(written.length(), LONGEST));
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> changes(name, cut))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("none");
    }

    /** Levenshtein's distance. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int at = 1; at <= from.length(); at++) {
            row = nextRow(row, from.charAt(at - 1), to);
        }
        return row[to.length()];
    }

    private static int[] nextRow(int[] above, char letter, String to) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int column = 1; column < row.length; column++) {
            int replaced = above[column - 1] + (to.charAt(column - 1) == letter ? 0 : 1);
            row[column] = Math.min(replaced, Math.min(above[column], row[column - 1]) + 1);
        }
        return row;
    }
}
