package io.weir.match;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.rule.DetectionItem;
import io.weir.rule.Expansion;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Optional;

/** Compiles the regular expressions of {@code re}, or says what it is in them that can't run in linear time and what to write instead. */
final class RegexCompiler {

    private static final java.util.regex.Pattern LOOK_AROUND = java.util.regex.Pattern.compile("\\(\\?<?[=!]");
    private static final java.util.regex.Pattern BACK_REFERENCE = java.util.regex.Pattern.compile("\\\\[1-9]");

    private final DetectionItem item;
    private final RuleProblems problems;

    RegexCompiler(DetectionItem item, RuleProblems problems) {
        this.item = item;
        this.problems = problems;
    }

    Optional<RegularExpression> compile(SigmaValue value) {
        String expression = WrittenValue.of(value);
        if (expression.length() > RegularExpression.LONGEST) {
            return refuse(value, "regular expression of " + expression.length() + " characters", tooLarge());
        }
        // Before RE2/J writes repetitions out and descends into groups, neither of which it bounds.
        var expansion = Expansion.of(expression);
        if (expansion.depth() > Expansion.DEEPEST) {
            return refuse(
                    value,
                    "regular expression with groups " + expansion.depth() + " deep",
                    "write it with fewer groups in each other; at most " + Expansion.DEEPEST);
        }
        if (expansion.steps() > RegularExpression.LARGEST) {
            return refuse(value, "regular expression of more than " + RegularExpression.LARGEST + " steps", tooLarge());
        }
        try {
            var compiled = RegularExpression.of(anchored(expression), flags());
            return compiled.size() <= RegularExpression.LARGEST
                    ? Optional.of(compiled)
                    : refuse(value, "regular expression of " + compiled.size() + " steps", tooLarge());
        } catch (PatternSyntaxException reason) {
            return refuse(value, cannotRun(reason), adviceOn(expression));
        }
    }

    /**
     * An expression is found anywhere; one that also has {@code startswith} or {@code endswith} at that end only, which is then the very
     * end of the value, even if a line end is the last of it.
     */
    private String anchored(String expression) {
        boolean starts = item.has(Modifier.STARTSWITH);
        boolean ends = item.has(Modifier.ENDSWITH);
        var written = item.has(Modifier.M) || ends ? expression : PerlDollar.spelledOut(expression);
        return starts || ends ? (starts ? "\\A" : "") + "(?:" + written + ")" + (ends ? "\\z" : "") : written;
    }

    private int flags() {
        return flag(Modifier.I, Pattern.CASE_INSENSITIVE)
                | flag(Modifier.M, Pattern.MULTILINE)
                | flag(Modifier.S, Pattern.DOTALL);
    }

    private int flag(Modifier modifier, int flag) {
        return item.has(modifier) ? flag : 0;
    }

    private Optional<RegularExpression> refuse(SigmaValue value, String found, String fix) {
        problems.add(
                ProblemCode.UNSUPPORTED_REGEX, value.position(), found, "an expression that runs in linear time", fix);
        return Optional.empty();
    }

    private static String cannotRun(PatternSyntaxException reason) {
        String part = reason.getPattern();
        return "regular expression can't be run: " + reason.getDescription()
                + (part == null || part.isEmpty() ? "" : ": '" + part + "'");
    }

    private static String tooLarge() {
        return "write several shorter expressions as a list; at most " + RegularExpression.LONGEST + " characters and "
                + RegularExpression.LARGEST + " steps each";
    }

    private static String adviceOn(String expression) {
        if (LOOK_AROUND.matcher(expression).find()) {
            return "take the look-around out; what must not be there goes to a selection of its own: 'selection and not filter'";
        }
        if (BACK_REFERENCE.matcher(expression).find()) {
            return "take the back-reference out and write the alternatives out";
        }
        return "Sigma knows . ^ $ * + ? {n,m} [a-z] [^a-z] | and ( ); a backslash before any other sign makes it plain";
    }
}
