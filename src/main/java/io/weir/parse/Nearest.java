package io.weir.parse;

import io.weir.rule.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that an author most likely meant. */
final class Nearest {

    /** A longer word is no slip of the pen, and comparing it with many others would cost too much. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The closest candidate, if it is at most a third of the word away from it; without regard to case and to spaces around it. So a
     * word of one or two letters fits no other.
     */
    static Optional<String> to(String word, Collection<String> candidates) {
        return within(word, candidates, word.strip().length() / 3);
    }

    /** The problem, with the closest candidate to write instead, if one is close enough. */
    static Problem fixing(Problem problem, String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(meant -> problem.fixedBy("write " + meant))
                .orElse(problem);
    }

    /** The closest candidate that is at most so many insertions, deletions, replacements and swaps of neighbours away. */
    static Optional<String> within(String word, Collection<String> candidates, int most) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - plain.length()) <= most)
                .map(candidate -> new Guess(candidate, distance(plain, candidate.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance() <= most)
                .min(Comparator.comparingInt(Guess::distance))
                .map(Guess::word);
    }

    private record Guess(String word, int distance) {}

    private static int distance(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int step(int[][] rows, String from, String to, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
