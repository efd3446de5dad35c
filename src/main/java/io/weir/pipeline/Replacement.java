package io.weir.pipeline;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is put in the place of what an expression fits, as Python's {@code re.sub} reads it: {@code \1} and {@code \g<name>} are groups. */
public final class Replacement {

    private static final Pattern ESCAPES = Pattern.compile("\\\\(?:g<([^>]*)>|([1-9][0-9]?)|(.)|$)", Pattern.DOTALL);

    private static final Map<String, String> CONTROLS =
            Map.of("n", "\n", "t", "\t", "r", "\r", "f", "\f", "v", "\u000b", "a", "\u0007", "b", "\b", "\\", "\\");

    private final List<Piece> pieces;

    /** A piece of the replacement. */
    private interface Piece {
        String of(Matcher found);
    }

    private Replacement(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads a replacement of what the expression fits.
     *
     * @throws IllegalArgumentException where it names a group that the expression does not have, or an escape that is none; the message
     *     says which
     */
    public static Replacement of(String text, PipelineRegex expression) {
        var pieces = new ArrayList<Piece>();
        var escapes = ESCAPES.matcher(text);
        int from = 0;
        while (escapes.find()) {
            var before = text.substring(from, escapes.start());
            pieces.add(found -> before);
            pieces.add(piece(escapes.toMatchResult(), expression));
            from = escapes.end();
        }
        var rest = text.substring(from);
        pieces.add(found -> rest);
        return new Replacement(pieces);
    }

    private static Piece piece(MatchResult escape, PipelineRegex expression) {
        if (escape.group(1) != null) {
            return group(escape.group(1), expression);
        } else if (escape.group(2) != null) {
            return group(escape.group(2), expression);
        }
        var letter = Optional.ofNullable(escape.group(3)).orElse("");
        var text = CONTROLS.getOrDefault(letter, "\\" + letter);
        if (letter.isEmpty() || (text.startsWith("\\") && letter.matches("[A-Za-z0-9]"))) {
            throw new IllegalArgumentException("no such escape: '\\" + letter + "'");
        }
        return found -> text;
    }

    private static Piece group(String name, PipelineRegex expression) {
        if (name.matches("[0-9]{1,3}") && Integer.parseInt(name) <= expression.groupCount()) {
            int number = Integer.parseInt(name);
            return found -> Optional.ofNullable(found.group(number)).orElse("");
        } else if (expression.hasGroup(name)) {
            return found -> Optional.ofNullable(found.group(name)).orElse("");
        }
        throw new IllegalArgumentException("no group '" + name + "' in the expression");
    }

    void write(Matcher found, StringBuilder out) {
        pieces.forEach(piece -> out.append(piece.of(found)));
    }
}
