package io.weir.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.parse.RuleFile;
import io.weir.rule.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The lines of rule files that problems are in. */
final class Excerpts {

    private final Map<String, RuleFile> files = new HashMap<>();

    Excerpts(Collection<RuleFile> files) {
        files.forEach(file -> this.files.put(file.name(), file));
    }

    /** The problem with its line, if it has none yet and there is one. */
    Problem add(Problem problem) {
        var file = files.get(problem.position().file());
        if (file == null || !problem.excerpt().isEmpty()) {
            return problem;
        }
        return new String(file.bytes(), UTF_8)
                .lines()
                .skip(problem.position().line() - 1L)
                .findFirst()
                .map(problem::withExcerpt)
                .orElse(problem);
    }
}
