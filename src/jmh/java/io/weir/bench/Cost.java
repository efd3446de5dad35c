package io.weir.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one run cost.
 *
 * @param events how many came
 * @param cpuNanos CPU time of the whole process: with the cluster's threads, the compiler and the garbage collector
 * @param clockNanos time that went by
 * @param allocatedBytes on the heap, by all threads
 */
record Cost(long events, long cpuNanos, long clockNanos, long allocatedBytes) {

    /** A run that says how many events came. */
    interface Run {
        long events();
    }

    /** Runs and measures. */
    static Cost of(Run run) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (var allocation = new Allocation()) {
            long begin = System.nanoTime();
            long before = system.getProcessCpuTime();
            long events = run.events();
            long cpu = system.getProcessCpuTime() - before;
            return new Cost(events, cpu, System.nanoTime() - begin, allocation.bytes());
        }
    }
}
