package io.weir.job;

import io.weir.correlate.GroupMatch;
import io.weir.job.codec.RuledGroupMatchCodec;
import io.weir.job.rules.Ruled;
import org.apache.flink.util.OutputTag;

/** Where matches leave an operator on their way to the groups of a later stage. */
final class StageTags {

    private StageTags() {}

    /** @param stage the one that takes the matches in, counted from 1 */
    static OutputTag<Ruled<GroupMatch>> of(int stage) {
        return new OutputTag<>("group-matches-" + stage, RuledGroupMatchCodec.TYPE);
    }
}
