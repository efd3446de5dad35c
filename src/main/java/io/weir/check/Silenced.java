package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.parse.RuleFile;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What comments of rule files ask not to be told: {@code # weir: ignore CODE CODE …}, for the whole file. An error can't be silenced. */
final class Silenced {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String OWN = "weir:";

    private static final Pattern COMMENT = Pattern.compile("[ \\t]*#[ \\t]*" + OWN + "[ \\t]*ignore[ \\t,]");

    private static final Pattern CODE = Pattern.compile("[^\\s,]+");

    private final Map<String, Set<String>> codes = new HashMap<>();
    private final List<Problem> unknown = new ArrayList<>();

    Silenced(Collection<RuleFile> files) {
        for (var file : files) {
            var text = text(file);
            if (text.contains(OWN)) { // Few have one, and cutting all into lines takes longer than all else here.
                read(text.split("\n", -1), file.name());
            }
        }
    }

    private void read(String[] lines, String file) {
        for (int i = 0; i < lines.length; i++) {
            var comment = COMMENT.matcher(lines[i]);
            if (comment.lookingAt()) {
                take(lines[i], comment.end(), file, i + 1);
            }
        }
    }

    /** Without the mark that may stand before all else: a comment in the first line is one all the same. */
    private static String text(RuleFile file) {
        var text = new String(file.bytes(), UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void take(String text, int from, String file, int line) {
        var words = CODE.matcher(text).region(from, text.length());
        int column = from + 1; // what stands before is ASCII
        int counted = from;
        while (words.find()) {
            var code = words.group();
            column += text.codePointCount(counted, words.start());
            counted = words.start();
            boolean isNew = codes.computeIfAbsent(file, name -> new HashSet<>()).add(code);
            if (isNew && ProblemCode.of(code).isEmpty()) {
                var at = new Position(file, line, column);
                unknown.add(
                        Problem.at(ProblemCode.UNKNOWN_CODE, at, "there is no problem " + Shown.of(code) + " to ignore")
                                .expecting("the code of a warning or a note"));
            }
        }
    }

    /** What is asked not to be told that is told of no rule: a slip of the pen, which hides nothing. */
    List<Problem> unknown() {
        return unknown;
    }

    boolean covers(Problem problem) {
        return problem.severity() != Severity.ERROR
                && codes.getOrDefault(problem.position().file(), Set.of())
                        .contains(problem.code().label());
    }
}
