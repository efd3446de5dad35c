package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import io.weir.rule.Severity;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What comments of rule files ask not to be told: {@code # weir: ignore CODE CODE …}, for the whole file. An error can't be silenced. */
final class Silenced {

    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*# weir: ignore((?: [a-z0-9-]+)+)[ \\t]*\\r?$");

    private final Map<String, Set<String>> codes = new HashMap<>();

    Silenced(Collection<RuleFile> files) {
        for (var file : files) {
            var comments = COMMENT.matcher(new String(file.bytes(), UTF_8));
            while (comments.find()) {
                codes.computeIfAbsent(file.name(), name -> new HashSet<>())
                        .addAll(Arrays.asList(comments.group(1).strip().split(" ")));
            }
        }
    }

    boolean covers(Problem problem) {
        return problem.severity() != Severity.ERROR
                && codes.getOrDefault(problem.position().file(), Set.of())
                        .contains(problem.code().label());
    }
}
