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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comments of rule files ask not to be told: {@code # weir: ignore CODE CODE …}, for the whole file. An error can't be silenced. */
final class Silenced {

    private static final String BEGINNING = "# weir: ignore";

    private static final Pattern COMMENT = Pattern.compile("[ \\t]*" + BEGINNING + "((?: [a-z0-9-]+)++)[ \\t]*\\r?");

    private final Map<String, Set<String>> codes = new HashMap<>();
    private final List<Problem> unknown = new ArrayList<>();

    Silenced(Collection<RuleFile> files) {
        for (var file : files) {
            var text = new String(file.bytes(), UTF_8);
            if (text.contains(BEGINNING)) { // Few have one, and cutting all into lines takes longer than all else here.
                read(text.split("\n", -1), file.name());
            }
        }
    }

    private void read(String[] lines, String file) {
        for (int i = 0; i < lines.length; i++) {
            var comment = COMMENT.matcher(lines[i]);
            if (comment.matches()) {
                take(comment, file, i + 1);
            }
        }
    }

    private void take(Matcher comment, String file, int line) {
        int column = comment.start(1) + 2;
        for (var code : comment.group(1).strip().split(" ", -1)) {
            boolean isNew = codes.computeIfAbsent(file, name -> new HashSet<>()).add(code);
            if (isNew && ProblemCode.of(code).isEmpty()) {
                var at = new Position(file, line, column);
                unknown.add(Problem.at(ProblemCode.UNKNOWN_CODE, at, "there is no problem '" + code + "' to ignore")
                        .expecting("the code of a warning or a note"));
            }
            column += code.length() + 1;
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
