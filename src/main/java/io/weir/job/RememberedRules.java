package io.weir.job;

import io.weir.job.rules.Ruled;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/** Which version of the rules an operator had when its state was last saved. */
final class RememberedRules {

    private final ListState<Long> state;

    RememberedRules(OperatorStateStore states) throws Exception {
        state = states.getUnionListState(new ListStateDescriptor<>("rules", Types.LONG));
    }

    /** The version; none where nothing was saved. Of several, which subtasks may have while rules change, any but those that came with the job. */
    OptionalLong last() throws Exception {
        var last = OptionalLong.empty();
        for (long version : all()) {
            if (last.isEmpty() || last.getAsLong() == Ruled.SHIPPED) {
                last = OptionalLong.of(version);
            }
        }
        return last;
    }

    /** The version of each subtask. */
    List<Long> all() throws Exception {
        var all = new ArrayList<Long>();
        state.get().forEach(all::add);
        return all;
    }

    void remember(long version) throws Exception {
        state.update(List.of(version));
    }
}
