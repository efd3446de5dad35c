package io.weir.parse;

import io.weir.rule.Position;
import java.util.regex.Pattern;

/**
 * Finds a place in a scalar of several lines. YAML folds the lines of such a text and strips their indentation, but keeps its words: the
 * words of the file are counted up to the one that is meant.
 */
final class WordPlace {

    private static final Pattern WORDS = Pattern.compile("\\S+");
    private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][-+0-9]*");

    private WordPlace() {}

    /** Where the character stands, or where the scalar begins if the words of the file are not those of the text. */
    static Position of(SourceText source, Yaml.Scalar scalar, int offset) {
        var words = WORDS.matcher(scalar.text());
        int index = 0;
        while (words.find()) {
            if (offset <= words.end()) {
                return place(source, scalar, index, words.group(), offset - words.start());
            }
            index++;
        }
        return scalar.position();
    }

    private static Position place(SourceText source, Yaml.Scalar scalar, int index, String word, int inside) {
        var start = scalar.position();
        int left = index;
        for (int line = start.line(); line <= source.lines(); line++) {
            var text = source.line(line);
            var words = WORDS.matcher(text);
            words.region(line == start.line() ? text.offsetByCodePoints(0, start.column() - 1) : 0, text.length());
            while (words.find()) {
                boolean header = line == start.line()
                        && BLOCK_HEADER.matcher(words.group()).matches();
                if (!header && left-- == 0) {
                    return words.group().startsWith(word) && inside >= 0
                            ? position(start, line, text, words.start() + inside)
                            : start;
                }
            }
        }
        return start;
    }

    private static Position position(Position start, int line, String text, int at) {
        return new Position(start.file(), line, text.codePointCount(0, at) + 1);
    }
}
