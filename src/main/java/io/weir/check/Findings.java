package io.weir.check;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** What the checks found. */
final class Findings {

    private final List<Problem> problems = new ArrayList<>();

    /** Adds what was found in a rule: where, what, what would be right, and what to write; the last two may be empty. */
    void add(LintedRule rule, ProblemCode code, Position place, String found, String expected, String fix) {
        problems.add(Problem.at(code, place, found)
                .ofRule(rule.header().label())
                .expecting(expected)
                .fixedBy(fix));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
