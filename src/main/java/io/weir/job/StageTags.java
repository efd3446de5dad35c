package io.weir.job;

import io.weir.correlate.GroupMatch;
import io.weir.job.codec.CodecType;
import io.weir.job.codec.GroupMatchCodec;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Where matches leave an operator on their way to the groups of a later stage. */
final class StageTags {

    private static final TypeInformation<GroupMatch> TYPE = new CodecType<>(GroupMatch.class, new GroupMatchCodec());

    private StageTags() {}

    /** @param stage the one that takes the matches in, counted from 1 */
    static OutputTag<GroupMatch> of(int stage) {
        return new OutputTag<>("group-matches-" + stage, TYPE);
    }
}
