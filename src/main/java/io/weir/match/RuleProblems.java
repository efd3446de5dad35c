package io.weir.match;

import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import java.util.ArrayList;
import java.util.List;

/** What stands in the way of putting one rule in force, gathered while it is compiled. */
final class RuleProblems {

    /** The most problems told of one rule; a hostile one could have thousands. */
    private static final int MOST = 100;

    private final RuleHeader rule;
    private final List<Problem> problems = new ArrayList<>();

    RuleProblems(RuleHeader rule) {
        this.rule = rule;
    }

    /** Adds a problem: which kind, where, what was found, what would be right and what to write instead; the last two may be empty. */
    void add(ProblemCode code, Position position, String found, String expected, String fix) {
        if (problems.size() < MOST) {
            problems.add(Problem.at(code, position, found)
                    .ofRule(rule.label())
                    .expecting(expected)
                    .fixedBy(fix));
        } else if (problems.size() == MOST) {
            problems.add(Problem.at(
                            ProblemCode.MORE_PROBLEMS,
                            position,
                            "more than " + MOST + " problems; the rest is not shown")
                    .ofRule(rule.label())
                    .expecting("at most " + MOST + ", to be told all of them"));
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }
}
