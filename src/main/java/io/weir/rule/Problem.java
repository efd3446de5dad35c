package io.weir.rule;

/**
 * What is wrong in a rule file: a small letter to its author. A value, never an exception.
 *
 * @param code which kind of problem it is
 * @param position where
 * @param found what is wrong, with what was found, in one line: {@code unknown modifier 'startwith'}
 * @param excerpt the line of the file as {@link #withExcerpt} cuts it, or empty where there is none to show
 * @param rule the rule's {@link RuleHeader#label() label}, or empty where the problem is not of one rule
 * @param expected what would be right, or empty
 * @param fix what to write instead, or empty
 */
public record Problem(
        ProblemCode code, Position position, String found, String excerpt, String rule, String expected, String fix)
        implements Comparable<Problem> {

    /** A problem of which only the kind, the place and what was found are known yet. */
    public static Problem at(ProblemCode code, Position position, String found) {
        return new Problem(code, position, found, "", "", "", "");
    }

    /** The problem with that line of the file, cut to {@value Excerpt#WIDTH} characters around the column. */
    public Problem withExcerpt(String line) {
        return new Problem(code, position, found, Excerpt.cut(line, position.column()), rule, expected, fix);
    }

    public Problem ofRule(String label) {
        return new Problem(code, position, found, excerpt, label, expected, fix);
    }

    public Problem expecting(String what) {
        return new Problem(code, position, found, excerpt, rule, what, fix);
    }

    public Problem fixedBy(String what) {
        return new Problem(code, position, found, excerpt, rule, expected, what);
    }

    /** How much it matters. */
    public Severity severity() {
        return code.severity();
    }

    /** By file, line and column, then by what was found. */
    @Override
    public int compareTo(Problem other) {
        int byPosition = position.compareTo(other.position);
        return byPosition != 0 ? byPosition : found.compareTo(other.found);
    }

    /**
     * The letter as a terminal shows it, several lines, the last one ended. Control characters of the file are made visible:
     * a rule file may be hostile.
     */
    public String render() {
        var letter = new StringBuilder();
        letter.append(Printable.of(position.file())).append(':').append(position.line());
        letter.append(':').append(position.column()).append(": ");
        letter.append(code.severity().label()).append(": ").append(Printable.of(found));
        letter.append(" [").append(code.label()).append("]\n");
        if (!excerpt.isEmpty()) {
            letter.append("  | ").append(Excerpt.shown(excerpt)).append('\n');
            letter.append("  | ")
                    .append(Excerpt.caret(excerpt, position.column()))
                    .append('\n');
        }
        line(letter, "rule", rule);
        line(letter, "expected", expected);
        line(letter, "fix", fix);
        return letter.toString();
    }

    private static void line(StringBuilder letter, String key, String text) {
        if (!text.isEmpty()) {
            letter.append("  ")
                    .append(String.format("%-10s", key))
                    .append(Printable.of(text))
                    .append('\n');
        }
    }
}
