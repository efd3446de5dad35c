package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.job.rules.Ruled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * All subtasks of one keyed operator that makes alerts, each in Flink's harness; an element goes to the one that has its key.
 *
 * @param <T> its elements
 */
final class Subtasks<T> implements AutoCloseable {

    private static final int KEY_GROUPS = 16;

    private final KeySelector<T, String> key;
    private final List<KeyedOneInputStreamOperatorTestHarness<String, Ruled<T>, AlertChange>> harnesses =
            new ArrayList<>();
    private final List<Outlet<AlertChange>> outlets = new ArrayList<>();

    private Subtasks(KeySelector<T, String> key) {
        this.key = key;
    }

    /** Starts as many subtasks, with nothing in their state. */
    static <T> Subtasks<T> start(
            Supplier<? extends WriteBehind<Ruled<T>, AlertChange>> function,
            KeySelector<T, String> key,
            int parallelism,
            Backend backend)
            throws Exception {
        return start(function, key, parallelism, backend, backend::start);
    }

    static <T> Subtasks<T> start(
            Supplier<? extends WriteBehind<Ruled<T>, AlertChange>> function,
            KeySelector<T, String> key,
            int parallelism,
            Supplier<StateBackend> backend)
            throws Exception {
        return start(function, key, parallelism, Backend.ROCKSDB, backend);
    }

    private static <T> Subtasks<T> start(
            Supplier<? extends WriteBehind<Ruled<T>, AlertChange>> function,
            KeySelector<T, String> key,
            int parallelism,
            Backend kind,
            Supplier<StateBackend> backend)
            throws Exception {
        var subtasks = new Subtasks<>(key);
        for (int i = 0; i < parallelism; i++) {
            var harness = subtasks.add(kind.operator(function.get()), parallelism, i, backend);
            harness.open();
        }
        return subtasks;
    }

    /** Starts as many subtasks, with the state that {@link #snapshot} took. */
    static <T> Subtasks<T> restore(
            Supplier<? extends WriteBehind<Ruled<T>, AlertChange>> function,
            KeySelector<T, String> key,
            int parallelism,
            Backend backend,
            List<OperatorSubtaskState> snapshot)
            throws Exception {
        var subtasks = new Subtasks<>(key);
        var state = AbstractStreamOperatorTestHarness.repackageState(snapshot.toArray(OperatorSubtaskState[]::new));
        for (int i = 0; i < parallelism; i++) {
            var harness = subtasks.add(backend.operator(function.get()), parallelism, i, backend::start);
            harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, KEY_GROUPS, snapshot.size(), parallelism, i));
            harness.open();
        }
        return subtasks;
    }

    private KeyedOneInputStreamOperatorTestHarness<String, Ruled<T>, AlertChange> add(
            WriteBehindOperator<Ruled<T>, AlertChange> operator,
            int parallelism,
            int index,
            Supplier<StateBackend> backend)
            throws Exception {
        var keys = key; // The harness writes its key selector, and not these subtasks with it.
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                operator,
                (Ruled<T> ruled) -> keys.getKey(ruled.element()),
                Types.STRING,
                KEY_GROUPS,
                parallelism,
                index);
        var outlet = new Outlet<AlertChange>();
        harness.setStateBackend(backend.get());
        harness.setOutputCreator(serializer -> outlet);
        harness.setup();
        harnesses.add(harness);
        outlets.add(outlet);
        return harness;
    }

    /** An element comes to the subtask of its key; what follows from it comes back. */
    List<AlertChange> process(T element, long millis) throws Exception {
        return process(new Ruled<>(Ruled.SHIPPED, element), millis);
    }

    /** The same, of an element that was made by other rules than those that came with the job. */
    List<AlertChange> process(Ruled<T> ruled, long millis) throws Exception {
        var element = ruled.element();
        int index =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(key.getKey(element), KEY_GROUPS, harnesses.size());
        harnesses.get(index).processElement(new StreamRecord<>(ruled, millis));
        return outlets.get(index).take();
    }

    /** The watermark comes to that time at all of them; what follows from it comes back. */
    List<AlertChange> advance(long millis) throws Exception {
        for (var harness : harnesses) {
            harness.processWatermark(new Watermark(millis));
        }
        return outlets.stream().flatMap(outlet -> outlet.take().stream()).toList();
    }

    <X> List<X> take(OutputTag<X> tag) {
        return outlets.stream().flatMap(outlet -> outlet.take(tag).stream()).toList();
    }

    /** The same, without the rules that made them. */
    <X> List<X> elements(OutputTag<Ruled<X>> tag) {
        return take(tag).stream().map(Ruled::element).toList();
    }

    List<OperatorSubtaskState> snapshot() throws Exception {
        var states = new ArrayList<OperatorSubtaskState>();
        for (var harness : harnesses) {
            states.add(harness.snapshot(1, 1));
        }
        return states;
    }

    /** Has the states hold what the operators keep at hand. */
    private void writeBack() {
        harnesses.forEach(harness -> ((WriteBehindOperator<?, ?>) harness.getOperator()).writeBack());
    }

    /** The keys that have something in the state of that name. */
    Set<String> keys(String state) {
        writeBack();
        var keys = new TreeSet<String>();
        for (var harness : harnesses) {
            KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
            try (var own = backend.getKeys(state, VoidNamespace.INSTANCE)) {
                own.forEach(keys::add);
            }
        }
        return keys;
    }

    /** How many entries all states hold, of whatever name; counted by the heap only. */
    int entries() {
        writeBack();
        return harnesses.stream()
                .mapToInt(KeyedOneInputStreamOperatorTestHarness::numKeyedStateEntries)
                .sum();
    }

    int timers() {
        return harnesses.stream()
                .mapToInt(AbstractStreamOperatorTestHarness::numEventTimeTimers)
                .sum();
    }

    @Override
    public void close() {
        try {
            IOUtils.closeAll(harnesses);
        } catch (Exception e) {
            throw new IllegalStateException("a subtask does not close", e);
        }
    }
}
