package io.weir.cli.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * What a job goes on from.
 *
 * @param savepoint its path, or empty for none
 * @param leavesState whether what the savepoint has of steps that the job no longer has is left
 */
record Start(String savepoint, boolean leavesState) {

    private static final String FLINKS_OPTION = "allowNonRestoredState";

    /** From nothing, or from all of a savepoint. */
    static Start from(String savepoint) {
        return new Start(savepoint, false);
    }

    /** The options of Flink's client. */
    List<String> options() {
        var options = new ArrayList<String>();
        if (!savepoint.isEmpty()) {
            options.addAll(List.of("--fromSavepoint", savepoint));
            if (leavesState) {
                options.add("--" + FLINKS_OPTION);
            }
        }
        return options;
    }

    /** Why a job does not start, with our option in place of Flink's. */
    static String said(String reason) {
        return reason.contains(FLINKS_OPTION)
                ? "the savepoint has the state of a step that the job would no longer have, such as a destination that is not named any more or"
                        + " a stage of correlations; --leave-state goes on without it"
                : reason;
    }
}
