package io.weir.match;

import io.weir.match.value.CaseFold;
import io.weir.match.value.Operand;
import io.weir.match.value.OperandTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with wildcards, ready to run: what stands between its {@code *}, each part taken at the first place where it fits. Nothing
 * is tried twice, so the time is at most the length of the value times that of the pattern.
 *
 * @param segments at least one; the first begins with the text and the last ends with it
 * @param cased whether case counts
 */
record WildcardPattern(List<Segment> segments, boolean cased) implements OperandTest {

    WildcardPattern {
        segments = List.copyOf(segments);
    }

    static WildcardPattern of(PatternText pattern, boolean cased) {
        int[] tokens = pattern.tokens();
        for (int at = 0; at < tokens.length && !cased; at++) {
            tokens[at] = tokens[at] < 0 ? tokens[at] : CaseFold.fold(tokens[at]);
        }
        return new WildcardPattern(split(tokens), cased);
    }

    private static List<Segment> split(int[] tokens) {
        var segments = new ArrayList<Segment>();
        int begin = 0;
        for (int at = 0; at <= tokens.length; at++) {
            if (at == tokens.length || tokens[at] == PatternText.ANY_RUN) {
                segments.add(Segment.of(Arrays.copyOfRange(tokens, begin, at)));
                begin = at + 1;
            }
        }
        return segments;
    }

    @Override
    public boolean fits(Operand value) {
        return value.isSomething() && matches(cased ? value.text() : value.folded());
    }

    /** Whether the whole text fits; without case, a text that is {@link CaseFold folded}. */
    boolean matches(String text) {
        int at = segments.get(0).endAt(text, 0);
        if (segments.size() == 1) {
            return at == text.length();
        }
        for (int i = 1; at >= 0 && i < segments.size() - 1; i++) {
            at = endOfFirst(segments.get(i), text, at);
        }
        return at >= 0 && endsWith(segments.get(segments.size() - 1), text, at);
    }

    private static int endOfFirst(Segment segment, String text, int from) {
        int start = segment.find(text, from);
        return start < 0 ? -1 : segment.endAt(text, start);
    }

    private static boolean endsWith(Segment last, String text, int from) {
        int start = last.startAtEnd(text);
        return start >= from && last.endAt(text, start) == text.length();
    }
}
