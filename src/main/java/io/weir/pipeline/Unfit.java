package io.weir.pipeline;

import io.weir.rule.Position;
import io.weir.rule.ProblemCode;

/** Why a transformation can't be applied to a rule, on its way to the problem that says so. It never leaves this room. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Position position;
    private final String found;
    private final String fix;

    /** Of a placeholder that nothing fills. */
    static Unfit placeholder(Position position, String found, String fix) {
        return new Unfit(ProblemCode.UNFILLED_PLACEHOLDER, position, found, fix);
    }

    /**
     * @param position where in the rule
     * @param found what about it
     * @param fix what to write instead, or empty
     */
    Unfit(Position position, String found, String fix) {
        this(ProblemCode.INVALID_PIPELINE, position, found, fix);
    }

    private Unfit(ProblemCode code, Position position, String found, String fix) {
        super(found, null, false, false);
        this.code = code;
        this.position = position;
        this.found = found;
        this.fix = fix;
    }

    ProblemCode code() {
        return code;
    }

    Position position() {
        return position;
    }

    String found() {
        return found;
    }

    String fix() {
        return fix;
    }
}
