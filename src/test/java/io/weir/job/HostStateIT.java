package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.correlate.HostTales;
import io.weir.job.rules.Ruled;
import io.weir.match.MatchedEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What hosts cost in RocksDB: bytes of a checkpoint, and time of one core, of the second half, when the JIT has compiled what
 * the first ran. {@code -Dhosts=100000 -Dbusy=100000 -Dtimes=60} by hand, for docs/performance.md.
 */
class HostStateIT {

    private static final int HOSTS = Integer.getInteger("hosts", 1_000);
    private static final int BUSY = Integer.getInteger("busy", 2_000);
    private static final int TIMES = Integer.getInteger("times", 1);
    private static final int MADE_AT_ONCE = 500;
    private static final long MOST_BYTES_OF_A_QUIET_HOST = 4_096;
    private static final long MOST_BYTES_OF_A_REAL_EVENT = 1_024;

    @TempDir
    Path folder;

    @Test
    void aQuietHostIsSmall() throws Exception {
        try (var hosts = Hosts.start(OperatorChain.hostFunction(), folder)) {
            double micros = hosts.observe(HOSTS * HostTales.QUIET_EVENTS, HostTales::quiet);
            double bytes = (double) hosts.checkpoint("quiet") / HOSTS;
            say("quiet: %,d hosts, %,.0f bytes each, %.1f µs an event", HOSTS, bytes, micros);
            assertThat(bytes).isLessThan(MOST_BYTES_OF_A_QUIET_HOST);
        }
    }

    @Test
    void aBusyHostGrowsWithItsEvents() throws Exception {
        try (var hosts = Hosts.start(OperatorChain.hostFunction(), folder)) {
            double micros = hosts.observe(BUSY, HostTales::busy);
            double bytes = (double) hosts.checkpoint("busy") / BUSY;
            say("busy: %,d events of one host, %,.0f bytes each, %.1f µs an event", BUSY, bytes, micros);
            assertThat(bytes).isLessThan(MOST_BYTES_OF_A_QUIET_HOST);
        }
    }

    /** The corpus so many times, each time of other hosts. */
    @Test
    void hostsOfRealTelemetryAreSmall() throws Exception {
        var real = RealHosts.read();
        int number = TIMES * real.events().size();
        try (var hosts = Hosts.start(new HostFunction(real.rules(), RealHosts.HORIZONS), folder)) {
            double micros = hosts.observe(number, real::event);
            double bytes = (double) hosts.checkpoint("real") / number;
            say("real: %,d events, %,.0f bytes each, %.1f µs an event", number, bytes, micros);
            assertThat(bytes).isLessThan(MOST_BYTES_OF_A_REAL_EVENT);
        }
    }

    /** The operator of hosts, whose findings nobody takes. */
    private record Hosts(
            KeyedOneInputStreamOperatorTestHarness<String, Ruled<MatchedEvent>, AlertChange> harness,
            Outlet<AlertChange> outlet)
            implements AutoCloseable {

        static Hosts start(HostFunction function, Path folder) throws Exception {
            var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new WriteBehindOperator<>(function),
                    (Ruled<MatchedEvent> ruled) -> OperatorChain.host(ruled.element()),
                    Types.STRING);
            harness.setStateBackend(Backend.rocksDb(folder.resolve("db")));
            harness.setCheckpointStorage(new FileSystemCheckpointStorage(folder.toUri()));
            var outlet = new Outlet<AlertChange>();
            harness.setOutputCreator(serializer -> outlet);
            harness.setup();
            harness.open();
            return new Hosts(harness, outlet);
        }

        /** Takes in so many events, which are made some at a time, outside of what is timed; the time of one of the second half comes back, in microseconds. */
        double observe(int number, IntFunction<MatchedEvent> events) throws Exception {
            long nanos = 0;
            int timed = 0;
            for (int from = 0; from < number; from += MADE_AT_ONCE) {
                var some = IntStream.range(from, Math.min(from + MADE_AT_ONCE, number))
                        .mapToObj(events)
                        .toList();
                long begun = cpu();
                for (var event : some) {
                    observe(event);
                }
                if (from >= number / 2) {
                    nanos += cpu() - begun;
                    timed += some.size();
                }
            }
            return nanos / 1e3 / timed;
        }

        private void observe(MatchedEvent event) throws Exception {
            harness.processElement(new StreamRecord<>(
                    new Ruled<>(Ruled.SHIPPED, event), event.event().time().micros() / 1_000));
            outlet.forget();
        }

        /** Takes a checkpoint to files; its size comes back. */
        long checkpoint(String name) throws Exception {
            long begun = System.nanoTime();
            long size = harness.snapshot(1, 1).getStateSize();
            say("%s: checkpoint of %,d bytes in %.2f s", name, size, (System.nanoTime() - begun) / 1e9);
            return size;
        }

        @Override
        public void close() {
            try {
                harness.close();
            } catch (Exception e) {
                throw new IllegalStateException("the operator does not close", e);
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
