package io.weir.check;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a check claims about the events that rules match, taken from its letters.
 *
 * @param covered pairs of rules of which the second is said to match whatever the first does
 * @param dead rules of which it is said that no event matches them
 * @param deadSelections selections of which it is said that no event is in them
 */
record Claims(List<Covered> covered, List<String> dead, List<Dead> deadSelections) {

    /**
     * A claim about a selection.
     *
     * @param rule the rule's id
     * @param selection its name
     */
    record Dead(String rule, String selection) {}

    /**
     * A claim about two rules, by their ids.
     *
     * @param narrow the one that adds nothing
     * @param wide the one that makes it so
     */
    record Covered(String narrow, String wide) {}

    private static final Pattern LABEL = Pattern.compile("\\(([^()]+)\\)$");
    private static final Pattern SELECTION = Pattern.compile("^no event is in '([^']+)'");
    private static final Pattern WIDE = Pattern.compile("matches, '(.*)' matches, too");

    static Claims of(CheckedRules checked) {
        var covered = all(checked, ProblemCode.COVERED).stream()
                .map(problem -> new Covered(id(problem.rule()), id(wide(problem))))
                .toList();
        var dead = all(checked, ProblemCode.NEVER_MATCHES).stream()
                .filter(problem -> problem.found().startsWith("no event matches"))
                .map(problem -> id(problem.rule()))
                .toList();
        var selections = all(checked, ProblemCode.NEVER_MATCHES).stream()
                .filter(problem -> problem.found().startsWith("no event is in"))
                .map(problem -> new Dead(id(problem.rule()), first(SELECTION, problem.found())))
                .toList();
        return new Claims(covered, dead, selections);
    }

    static CheckedRules check(List<RuleFile> files) {
        return CheckedRules.of(files, LoadedPipelines.NONE, Set.of());
    }

    private static List<Problem> all(CheckedRules checked, ProblemCode code) {
        return checked.problems().stream()
                .filter(problem -> problem.code() == code)
                .toList();
    }

    private static String wide(Problem problem) {
        return first(WIDE, problem.found());
    }

    private static String id(String label) {
        return first(LABEL, label);
    }

    private static String first(Pattern pattern, String text) {
        var words = pattern.matcher(text);
        if (!words.find()) {
            throw new IllegalStateException(text);
        }
        return words.group(1);
    }
}
