package io.weir.parse;

import io.weir.rule.Problem;

/** Why reading can't go on, on its way to the {@link ProblemLog}. It never leaves this room. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.found(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
