package io.weir.parse;

import io.weir.rule.Position;
import java.util.Arrays;

/** The text of a rule file and its lines, which end where YAML 1.1 says that lines end. */
final class SourceText {

    private static final String LINE_ENDS = "\r\n\u0085\u2028\u2029";

    private final String file;
    private final String text;
    private final int[] starts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = lineStarts(text);
    }

    String file() {
        return file;
    }

    /** The number of lines; at least one. */
    int lines() {
        return starts.length;
    }

    /** A line without its end; empty where there is no such line. Lines count from 1. */
    String line(int number) {
        if (number > lines()) {
            return "";
        }
        var line = lines(number, number);
        int end = line.length();
        while (end > 0 && LINE_ENDS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether a line begins with that text. Lines count from 1. */
    boolean begins(int number, String start) {
        return text.startsWith(start, starts[number - 1]);
    }

    /** Some lines with their ends, first and last included. Lines count from 1. */
    String lines(int first, int last) {
        return text.substring(starts[first - 1], last < lines() ? starts[last] : text.length());
    }

    /** The place just behind the last character. */
    Position end() {
        var last = text.substring(starts[lines() - 1]);
        return new Position(file, lines(), last.codePointCount(0, last.length()) + 1);
    }

    private static int[] lineStarts(String text) {
        var starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (mayEndLine(text.charAt(i)) && endsLine(text, i)) {
                starts = lines < starts.length ? starts : Arrays.copyOf(starts, lines * 2);
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** Nearly no character does: the others cost no more than this. */
    private static boolean mayEndLine(char unit) {
        return unit <= '\r' || unit >= '\u0085';
    }

    private static boolean endsLine(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\u0085', '\u2028', '\u2029' -> true;
            case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
            default -> false;
        };
    }
}
