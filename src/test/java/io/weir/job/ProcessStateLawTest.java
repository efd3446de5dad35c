package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.correlate.NamedPids;
import io.weir.correlate.ProcessBucket;
import io.weir.correlate.ProcessNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's processes are what was last put, wherever nodes and buckets are kept: together or apart, at hand or in the storage, before and after a restore. */
class ProcessStateLawTest {

    private static final List<String> HOSTS = List.of("ws1", "ws2", "ws3");
    private static final List<String> PROCESSES = List.of("{a}", "{b}");

    /** Under such a key buckets are that no node lists. */
    private static final String CONNECTION = "connection";

    private static final int BUCKETS = 3;
    private static final int STEPS = 400;
    private static final int SEEDS = 8;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ROCKSDB")
    void whatWasPutLastIsThere(Backend backend) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var model = new HashMap<String, Known>();
            var running = new Running(backend, null);
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(60) == 0) {
                    var snapshot = running.harness.snapshot(step, step);
                    running.harness.close();
                    running = new Running(backend, snapshot);
                }
                var host = HOSTS.get(random.nextInt(HOSTS.size()));
                var state = running.of(host);
                var known = model.computeIfAbsent(host, unused -> new Known());
                for (int change = random.nextInt(3); change >= 0; change--) {
                    known.change(state, random);
                    known.check(state, backend + ", seed " + seed + ", step " + step);
                }
            }
            running.harness.close();
        }
    }

    /** What a host has. */
    private static final class Known {

        private final Map<String, ProcessNode> nodes = new HashMap<>();
        private final Map<String, Map<Long, ProcessBucket>> buckets = new HashMap<>();

        void change(ProcessState state, Random random) {
            long index = random.nextInt(BUCKETS);
            if (random.nextInt(3) == 0) {
                var bucket = bucket(random);
                keep(CONNECTION, index, bucket);
                state.putBucket(CONNECTION, index, bucket);
                if (random.nextInt(2) == 0) {
                    putNode(state, CONNECTION, new ProcessNode(List.of(), List.of(), steps(random)));
                }
                return;
            }
            var key = PROCESSES.get(random.nextInt(PROCESSES.size()));
            if (random.nextInt(3) == 0) {
                putNode(state, key, node(key, random));
                return;
            }
            var bucket = bucket(random);
            keep(key, index, bucket);
            var node = node(key, random);
            nodes.put(key, node);
            state.put(key, node, index, bucket);
        }

        private void putNode(ProcessState state, String key, ProcessNode node) {
            nodes.put(key, node);
            state.putNode(key, node);
        }

        private void keep(String key, long index, ProcessBucket bucket) {
            var all = buckets.computeIfAbsent(key, unused -> new TreeMap<>());
            if (bucket.events().isEmpty()) {
                all.remove(index);
            } else {
                all.put(index, bucket);
            }
        }

        /** Any node that lists the buckets that there are. */
        private ProcessNode node(String key, Random random) {
            var listed = List.copyOf(buckets.getOrDefault(key, Map.of()).keySet());
            var starts = random.nextInt(2) == 0 ? List.<String>of() : List.of("start" + random.nextInt(3));
            return new ProcessNode(starts, listed, listed.isEmpty() ? Map.of() : steps(random));
        }

        private static Map<String, Integer> steps(Random random) {
            return random.nextInt(2) == 0 ? Map.of() : Map.of("meaning", 1 + random.nextInt(3));
        }

        /** Most are small, some empty, some too large to be kept with their node. */
        private static ProcessBucket bucket(Random random) {
            int size = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(2) == 0 ? 4 : 40);
            var events = IntStream.range(0, size)
                    .mapToObj(i -> "event" + random.nextInt(1_000))
                    .toList();
            return new ProcessBucket(List.of(), new ArrayList<>(new TreeSet<>(events)), NamedPids.NONE);
        }

        void check(ProcessState state, String where) {
            var keys = new ArrayList<>(PROCESSES);
            keys.add(CONNECTION);
            for (var key : keys) {
                var node = Optional.ofNullable(nodes.get(key)).filter(some -> !some.equals(ProcessNode.EMPTY));
                // Of a node that is not there and one that says nothing no one can tell a difference.
                assertThat(state.node(key).filter(some -> !some.equals(ProcessNode.EMPTY)))
                        .as("%s: node of %s", where, key)
                        .isEqualTo(node);
                for (long index = 0; index < BUCKETS; index++) {
                    assertThat(state.bucket(key, index))
                            .as("%s: bucket %d of %s", where, index, key)
                            .isEqualTo(Optional.ofNullable(
                                    buckets.getOrDefault(key, Map.of()).get(index)));
                }
            }
        }
    }

    /** An operator that has such a state, with nothing in it or with what a snapshot has. */
    private static final class Running {

        private final Function function = new Function();
        private final WriteBehindOperator<String, AlertChange> operator;
        private final KeyedOneInputStreamOperatorTestHarness<String, String, AlertChange> harness;

        Running(Backend backend, @Nullable OperatorSubtaskState snapshot) throws Exception {
            operator = backend.operator(function);
            harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, host -> host, Types.STRING);
            harness.setStateBackend(backend.start());
            if (snapshot != null) {
                harness.initializeState(snapshot);
            }
            harness.open();
        }

        /** The state of that host, which is in hand from now on. */
        ProcessState of(String host) {
            operator.setCurrentKey(host);
            function.atHand().begin();
            function.state().begin();
            return function.state();
        }
    }

    private static final class Function extends WriteBehind<String, AlertChange> {

        private static final long serialVersionUID = 1L;

        private transient @Nullable AtHand atHand;
        private transient @Nullable ProcessState state;

        @Override
        public void open(OpenContext context) {
            atHand = new AtHand(getRuntimeContext());
            state = new ProcessState(atHand);
        }

        @Override
        AtHand atHand() {
            return Objects.requireNonNull(atHand, "open() comes first");
        }

        ProcessState state() {
            return Objects.requireNonNull(state, "open() comes first");
        }

        @Override
        public void processElement(String host, Context context, Collector<AlertChange> out) {
            throw new UnsupportedOperationException("the test asks the state itself");
        }
    }
}
