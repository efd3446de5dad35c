package io.weir.match;

import io.weir.match.sieve.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets of texts of which every value that a regular expression fits has at least one of each, without regard to case. Most values have none, and the expression
 * need not be run: one expression with two classes of characters cost more than all else together. Where the expression has something that is
 * not understood here, less is known, never something wrong.
 */
final class RequiredLiterals {

    /** More alternatives than these are as good as nothing known. */
    private static final int MOST = 64;

    /** A shorter text is in most values: to find it costs more than it spares. */
    private static final int SHORTEST = 2;

    private static final int NONE = -1;

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}(?:,[0-9]{0,4})?");

    private final String expression;
    private int at;

    private RequiredLiterals(String expression) {
        this.expression = expression;
    }

    /** The sets, the one that is likely the rarest first; none where nothing is known. */
    static List<Set<Literal>> of(String expression) {
        try {
            var reader = new RequiredLiterals(expression);
            var found = reader.all();
            return reader.at < expression.length() ? List.of() : found;
        } catch (NotUnderstood reason) {
            return List.of();
        }
    }

    private List<Set<Literal>> all() {
        var pieces = sequence();
        if (at < expression.length()) { // alternatives: what they have in common is not looked for
            at = 0;
            return literals(List.of(alternatives()));
        }
        return literals(required(pieces));
    }

    private static List<Set<Literal>> literals(List<Set<String>> required) {
        return required.stream()
                .filter(texts -> shortest(texts) >= SHORTEST)
                .sorted(Comparator.comparingInt(RequiredLiterals::shortest).reversed())
                .map(texts -> texts.stream().map(Literal::anywhere).collect(Collectors.toSet()))
                .toList();
    }

    /** Ends the reading of an expression, for which then nothing is known. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    /** Up to a closing bracket, or the end: what one of the alternatives requires; none if one requires nothing. */
    private Set<String> alternatives() {
        var all = new HashSet<String>();
        boolean known = true;
        while (true) {
            var one = best(required(sequence()));
            known &= !one.isEmpty();
            all.addAll(one);
            if (!take('|')) {
                return known && all.size() <= MOST ? all : Set.of();
            }
        }
    }

    /** What stands one behind the other: each a set of texts of which one must be there, empty where nothing is known and texts break off. */
    private List<Piece> sequence() {
        var pieces = new ArrayList<Piece>();
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            pieces.add(repeated(piece()));
        }
        return pieces;
    }

    /**
     * A part of an expression.
     *
     * @param point the one character that it fits, or {@link #NONE}
     * @param texts what it requires where it is more
     */
    private record Piece(int point, Set<String> texts) {
        static final Piece UNKNOWN = new Piece(NONE, Set.of());

        static Piece of(int point) {
            return new Piece(point, Set.of());
        }

        /** The same, with which nothing before and behind makes one text. */
        Piece alone() {
            return point == NONE ? this : new Piece(NONE, Set.of(Character.toString(point)));
        }
    }

    private Piece piece() {
        int point = expression.codePointAt(at);
        at += Character.charCount(point);
        return switch (point) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '.', '^', '$' -> Piece.UNKNOWN;
            case '*', '+', '?', '{' -> throw new NotUnderstood();
            default -> plain(point);
        };
    }

    /** Beyond ASCII an expression may have its own mind about case. */
    private static Piece plain(int point) {
        return point < 0x80 ? Piece.of(point) : Piece.UNKNOWN;
    }

    private Piece group() {
        if (take('?')) {
            skipFlags();
            if (take(')')) {
                // Flags for what follows: case does not count here, and the others only change what is unknown.
                return Piece.UNKNOWN;
            }
            if (!take(':')) {
                throw new NotUnderstood();
            }
        }
        var texts = alternatives();
        if (!take(')')) {
            throw new NotUnderstood();
        }
        return new Piece(NONE, texts);
    }

    private void skipFlags() {
        while (at < expression.length() && "imsU-".indexOf(expression.charAt(at)) >= 0) {
            at++;
        }
    }

    /** A class of one character, in one case or both, is that character. */
    private Piece characterClass() {
        int from = at;
        at += expression.startsWith("^", at) ? 1 : 0;
        at += expression.startsWith("]", at) ? 1 : 0;
        while (at < expression.length() && expression.charAt(at) != ']') {
            if (expression.startsWith("[:", at)) {
                throw new NotUnderstood();
            }
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= expression.length()) {
            throw new NotUnderstood();
        }
        var members = expression.substring(from, at);
        at++;
        return only(members);
    }

    private static Piece only(String members) {
        boolean isOne = members.length() == 1 || (members.length() == 2 && isOneLetter(members));
        return isOne && Character.isLetterOrDigit(members.charAt(0)) ? plain(members.charAt(0)) : Piece.UNKNOWN;
    }

    private static boolean isOneLetter(String members) {
        return members.charAt(0) < 0x80
                && members.charAt(1) < 0x80
                && Character.toLowerCase(members.charAt(0)) == Character.toLowerCase(members.charAt(1));
    }

    private Piece escape() {
        if (at >= expression.length()) {
            throw new NotUnderstood();
        }
        char escaped = expression.charAt(at);
        at++;
        if (escaped < 0x80 && !Character.isLetterOrDigit(escaped)) {
            return Piece.of(escaped);
        }
        return switch (escaped) {
            case 'n' -> Piece.of('\n');
            case 'r' -> Piece.of('\r');
            case 't' -> Piece.of('\t');
            case 'd', 'D', 's', 'S', 'w', 'W', 'b', 'B', 'A', 'z' -> Piece.UNKNOWN;
            default -> throw new NotUnderstood();
        };
    }

    /** What may be left out is not required; what may come again breaks a text off. */
    private Piece repeated(Piece piece) {
        if (take('*') || take('?')) {
            take('?');
            return Piece.UNKNOWN;
        }
        if (take('+')) {
            take('?');
            return piece.alone();
        }
        if (take('{')) {
            return counted(piece);
        }
        return piece;
    }

    private Piece counted(Piece piece) {
        int close = expression.indexOf('}', at);
        if (close < 0 || !COUNT.matcher(expression.substring(at, close)).matches()) {
            throw new NotUnderstood();
        }
        boolean isRequired = expression.charAt(at) != '0';
        at = close + 1;
        take('?');
        return isRequired ? piece.alone() : Piece.UNKNOWN;
    }

    private boolean take(char wanted) {
        boolean isThere = at < expression.length() && expression.charAt(at) == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** What pieces one behind the other require, each set of its own. */
    private static List<Set<String>> required(List<Piece> pieces) {
        var required = new ArrayList<Set<String>>();
        var run = new StringBuilder();
        for (var piece : pieces) {
            if (piece.point() != NONE) {
                run.appendCodePoint(piece.point());
            } else {
                add(run, required);
                required.add(piece.texts());
            }
        }
        add(run, required);
        return required;
    }

    private static void add(StringBuilder run, List<Set<String>> required) {
        if (!run.isEmpty()) {
            required.add(Set.of(run.toString()));
            run.setLength(0);
        }
    }

    /** The set that is best to look for: the one whose shortest text is longest. */
    private static Set<String> best(List<Set<String>> required) {
        return required.stream()
                .max(Comparator.comparingInt(RequiredLiterals::shortest))
                .orElse(Set.of());
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
