package io.weir.check;

import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import java.util.regex.Pattern;

/** The names of rule files as SigmaHQ and pySigma ask for them. */
final class FileNameCheck implements RuleCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,}\\.ya?ml");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 90;

    @Override
    public void check(LintedRule rule, Findings findings) {
        var file = rule.header().position().file();
        var name = name(file);
        if (!NAME.matcher(name).matches() || name.length() < SHORTEST || name.length() > LONGEST) {
            findings.add(
                    rule,
                    ProblemCode.FILE_NAME,
                    Position.startOf(file),
                    "the file is named " + Shown.of(name),
                    "small letters, digits and underscores, 10 to 90 characters with .yml",
                    "");
        }
    }

    /** The last part of a path, of whatever system. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
