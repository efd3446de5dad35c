package io.weir.match.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an expression that RE2 has taken. What only RE2 understands (word boundaries, lines, classes by name) it does not read: such an
 * expression is left to RE2.
 */
final class ExpressionParser {

    private static final Pattern COUNT = Pattern.compile("([0-9]{1,4})(,([0-9]{0,4}))?");

    private final String expression;
    private int at;
    private boolean ignoresCase;
    private boolean dotTakesLineEnds;

    private ExpressionParser(String expression, boolean ignoresCase, boolean dotTakesLineEnds) {
        this.expression = expression;
        this.ignoresCase = ignoresCase;
        this.dotTakesLineEnds = dotTakesLineEnds;
    }

    /** The expression's parts, or none where it has one that is left to RE2. */
    static Optional<Node> parse(String expression, boolean ignoresCase, boolean dotTakesLineEnds) {
        try {
            return Optional.of(new ExpressionParser(expression, ignoresCase, dotTakesLineEnds).whole());
        } catch (LeftToRe2 reason) {
            return Optional.empty();
        }
    }

    /** Ends the reading. */
    private static final class LeftToRe2 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeftToRe2() {
            super(null, null, false, false);
        }
    }

    private Node whole() {
        var all = choice();
        require(at == expression.length());
        return all;
    }

    private static void require(boolean understood) {
        if (!understood) {
            throw new LeftToRe2();
        }
    }

    private Node choice() {
        var parts = new ArrayList<Node>();
        do {
            parts.add(sequence());
        } while (take('|'));
        return parts.size() == 1 ? parts.get(0) : new Node.Choice(parts);
    }

    private Node sequence() {
        var parts = new ArrayList<Node>();
        while (!isAtEnd() && peek() != '|' && peek() != ')') {
            parts.add(repeated(part()));
        }
        return new Node.Sequence(parts);
    }

    private Node part() {
        int point = next();
        return switch (point) {
            case '(' -> group();
            case '[' -> new Node.One(members());
            case '\\' -> escape();
            case '.' -> new Node.One(dotTakesLineEnds ? CharSet.ALL : CharSet.ALL_BUT_LINE_ENDS);
            case '^' -> Node.Place.START;
            case '$' -> Node.Place.END;
            case '*', '+', '?', '{' -> throw new LeftToRe2();
            default -> new Node.One(cased(CharSet.single(point)));
        };
    }

    /** In both cases where case does not count; beyond ASCII that is RE2's matter. */
    private CharSet cased(CharSet set) {
        require(!ignoresCase || set.isAscii());
        return ignoresCase ? set.inBothCases() : set;
    }

    /** Flags in a group go as far as the group. */
    private Node group() {
        boolean ignoredCase = ignoresCase;
        boolean tookLineEnds = dotTakesLineEnds;
        if (take('?')) {
            flags();
            if (take(')')) {
                require("*+?{".indexOf(peekOrEnd()) < 0); // RE2 then repeats what stands before
                return new Node.Sequence(List.of());
            }
            require(take(':'));
        }
        var inside = choice();
        require(take(')'));
        ignoresCase = ignoredCase;
        dotTakesLineEnds = tookLineEnds;
        return inside;
    }

    private void flags() {
        while (!isAtEnd() && peek() != ')' && peek() != ':') {
            switch (next()) {
                case 'i' -> ignoresCase = true;
                case 's' -> dotTakesLineEnds = true;
                default -> throw new LeftToRe2();
            }
        }
    }

    private Node escape() {
        require(!isAtEnd());
        int escaped = next();
        return switch (escaped) {
            case 'A' -> Node.Place.START;
            case 'z' -> Node.Place.END;
            default -> new Node.One(escaped(escaped));
        };
    }

    private CharSet escaped(int escaped) {
        return switch (escaped) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.opposite();
            case 's' -> CharSet.BLANKS;
            case 'S' -> CharSet.BLANKS.opposite();
            case 'w' -> cased(CharSet.WORD);
            case 'W' -> cased(CharSet.WORD).opposite();
            case 'n' -> CharSet.single('\n');
            case 'r' -> CharSet.single('\r');
            case 't' -> CharSet.single('\t');
            default -> punctuation(escaped);
        };
    }

    private static CharSet punctuation(int escaped) {
        require(escaped < 0x80 && !Character.isLetterOrDigit(escaped));
        return CharSet.single(escaped);
    }

    /** The members of a class whose opening bracket has been passed. */
    private CharSet members() {
        boolean opposite = take('^');
        var members = CharSet.none();
        boolean isFirst = true;
        while (isFirst || peekOrEnd() != ']') {
            require(!isAtEnd() && !expression.startsWith("[:", at));
            members = members.and(member());
            isFirst = false;
        }
        at++;
        return opposite ? cased(members).opposite() : cased(members);
    }

    private CharSet member() {
        var first = memberStart();
        if (peekOrEnd() != '-' || at + 1 >= expression.length() || expression.charAt(at + 1) == ']') {
            return first;
        }
        at++;
        var last = memberStart();
        require(isOne(first) && isOne(last) && point(first) <= point(last));
        return CharSet.of(point(first), point(last));
    }

    private CharSet memberStart() {
        require(!isAtEnd());
        int point = next();
        if (point != '\\') {
            return CharSet.single(point);
        }
        require(!isAtEnd());
        return escaped(next());
    }

    private static boolean isOne(CharSet set) {
        return set.ranges().size() == 1
                && set.ranges().get(0).first() == set.ranges().get(0).last();
    }

    private static int point(CharSet one) {
        return one.ranges().get(0).first();
    }

    private Node repeated(Node part) {
        if (isAtEnd()) {
            return part;
        }
        return switch (peek()) {
            case '*' -> lazy(1, new Node.Repeated(part, 0, Node.Repeated.FOR_EVER));
            case '+' -> lazy(1, new Node.Repeated(part, 1, Node.Repeated.FOR_EVER));
            case '?' -> lazy(1, new Node.Repeated(part, 0, 1));
            case '{' -> counted(part);
            default -> part;
        };
    }

    /** Whether it takes as few as it can makes no difference to whether it fits. */
    private Node lazy(int length, Node repeated) {
        at += length;
        take('?');
        return repeated;
    }

    private Node counted(Node part) {
        int close = expression.indexOf('}', at);
        require(close > 0);
        var count = COUNT.matcher(expression.substring(at + 1, close));
        require(count.matches());
        int least = Integer.parseInt(count.group(1));
        int most = count.group(2) == null ? least : most(count.group(3));
        return lazy(close + 1 - at, new Node.Repeated(part, least, most));
    }

    private static int most(String written) {
        return written.isEmpty() ? Node.Repeated.FOR_EVER : Integer.parseInt(written);
    }

    private boolean isAtEnd() {
        return at >= expression.length();
    }

    private int peek() {
        return expression.codePointAt(at);
    }

    private int peekOrEnd() {
        return isAtEnd() ? -1 : peek();
    }

    private int next() {
        int point = peek();
        at += Character.charCount(point);
        return point;
    }

    private boolean take(char wanted) {
        boolean isThere = !isAtEnd() && peek() == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }
}
