package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlate.GroupMatch;
import io.weir.correlate.Telemetry;
import io.weir.correlate.Witness;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A group key that an attacker controls, such as a user name that is tried, can't exhaust the state: with RocksDB as many groups as you like, each with one event,
 * leave the heap as it was, and nothing is left of them in the end. {@code -Dkeys=10000000} by hand.
 */
class ManyKeysIT {

    private static final int KEYS = Integer.getInteger("keys", 30_000);
    private static final int PARTS = 6;
    private static final int MADE_AT_ONCE = 500;
    private static final long STEP_MILLIS = 1;

    @TempDir
    Path folder;

    @Test
    void manyDistinctKeysLeaveTheHeapAsItWasAndAreGoneInTheEnd() throws Exception {
        var backend = Backend.rocksDb(folder);
        try (var groups = Subtasks.start(OperatorChain::groupFunction, GroupMatch::key, 1, () -> backend)) {
            var meaning = meaning();
            long first = 0;
            long last = 0;
            long nanos = 0;
            for (int part = 0; part < PARTS; part++) {
                nanos += attempts(meaning, part * (KEYS / PARTS), (part + 1) * (KEYS / PARTS), groups);
                last = heap();
                first = part == 0 ? last : first;
                say(
                        "%,d keys: %,d KiB of heap, %.0f bytes of disk a key, %.1f µs a key",
                        (part + 1) * (KEYS / PARTS),
                        last >> 10,
                        (double) disk() / ((part + 1) * (KEYS / PARTS)),
                        nanos / 1e3 / ((part + 1) * (KEYS / PARTS)));
            }
            assertThat(last - first).as("heap of six times as many keys").isLessThan(Math.max(first / 10, 4 << 20));

            long begun = cpu();
            groups.advance(Long.MAX_VALUE / 2);
            say("all forgotten in %.1f s of one core", (cpu() - begun) / 1e9);
            assertThat(groups.timers()).isZero();
            for (var state : List.of(Sheets.NAME, "events", "history", "reminders", "sequence")) {
                assertThat(groups.keys(state)).as(state).isEmpty();
            }
        }
    }

    /** The meaning of the correlation by user, as the host has it. */
    private static String meaning() throws Exception {
        try (var hosts = Subtasks.start(OperatorChain::hostFunction, OperatorChain::host, 1, Backend.HEAP)) {
            hosts.process(Telemetry.event("e", 1).by("u").matching(Telemetry.A).event(), 1_000);
            return hosts.elements(StageTags.of(1)).stream()
                    .filter(match -> match.values().equals(List.of("u")))
                    .map(GroupMatch::meaning)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Has groups begin, with events that are made some at a time outside of what is timed; the time comes back, in nanoseconds. */
    private static long attempts(String meaning, int first, int end, Subtasks<GroupMatch> groups) throws Exception {
        long nanos = 0;
        for (int from = first; from < end; from += MADE_AT_ONCE) {
            var some = IntStream.range(from, Math.min(from + MADE_AT_ONCE, end))
                    .mapToObj(number -> attempt(meaning, number))
                    .toList();
            long begun = cpu();
            for (int i = 0; i < some.size(); i++) {
                groups.process(some.get(i), (from + i) * STEP_MILLIS);
            }
            nanos += cpu() - begun;
        }
        return nanos;
    }

    /** An event of a user that nobody has heard of. */
    private static GroupMatch attempt(String meaning, int number) {
        var user = "user-that-is-tried-" + number;
        var event = Telemetry.event("0123456789abcdef" + number, number / 1_000)
                .by(user)
                .matching(Telemetry.A)
                .event();
        return new GroupMatch(meaning, List.of(user), new Witness(event, List.of(), List.of()), false);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What a collection has left: what a thread has room for since, some megabytes, is no use of the heap. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private long disk() throws IOException {
        var size = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // RocksDB removes files as it goes.
                return FileVisitResult.CONTINUE;
            }
        });
        return size.get();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
