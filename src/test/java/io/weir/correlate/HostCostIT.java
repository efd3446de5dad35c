package io.weir.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.match.MatchedEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What an event of a host costs without storage, in plain maps, in time of one core: of the second half, when the JIT has compiled what the first ran. {@code
 * -Dhosts=100000 -Dbusy=60000} by hand, for docs/performance.md.
 */
class HostCostIT {

    private static final int HOSTS = Integer.getInteger("hosts", 1_000);
    private static final int BUSY = Integer.getInteger("busy", 2_000);
    private static final int MADE_AT_ONCE = 500;

    /** Those before are forgotten. */
    private static final int MOST_HOSTS = 2_000;

    private final HostCorrelator correlator =
            new HostCorrelator(Telemetry.RULES, new Horizons(Duration.ofHours(1), Duration.ofSeconds(60)));
    private final Map<String, InMemoryHost> hosts = new HashMap<>();
    private int changes;

    @Test
    void ofAQuietHost() {
        measure("quiet", HOSTS * HostTales.QUIET_EVENTS, HostTales::quiet);
    }

    @Test
    void ofABusyHost() {
        measure("busy", BUSY, HostTales::busy);
    }

    private void measure(String name, int number, IntFunction<MatchedEvent> events) {
        long nanos = 0;
        int timed = 0;
        for (int from = 0; from < number; from += MADE_AT_ONCE) {
            var some = IntStream.range(from, Math.min(from + MADE_AT_ONCE, number))
                    .mapToObj(events)
                    .toList();
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            some.forEach(this::observe);
            if (from >= number / 2) {
                nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
                timed += some.size();
            }
        }
        System.out.println(
                String.format(Locale.ROOT, "%s, without storage: %.1f µs an event", name, nanos / 1e3 / timed));
        assertThat(changes).as("alerts that were told").isGreaterThan(number / 5);
    }

    private void observe(MatchedEvent event) {
        var host = event.event().host().name();
        if (hosts.size() > MOST_HOSTS && !hosts.containsKey(host)) {
            hosts.clear();
        }
        var memory = hosts.computeIfAbsent(host, name -> new InMemoryHost());
        changes += correlator.observe(event, memory, Long.MIN_VALUE).changes().size();
    }
}
