package io.weir.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How much all threads allocate on the heap from now on: how much more of it is used, and what the garbage collections in between gave
 * back. Threads that have ended count, too, which JDK 17 does not know of them otherwise.
 */
final class Allocation implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 2_000;

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final AtomicLong freed = new AtomicLong();
    private final AtomicLong heard = new AtomicLong();
    private final NotificationListener listener = (notification, handback) -> hear(notification);
    private final long collectionsBefore;
    private final long usedBefore;

    Allocation() {
        System.gc();
        collectors.forEach(
                collector -> ((NotificationEmitter) collector).addNotificationListener(listener, null, null));
        collectionsBefore = collections();
        usedBefore = used();
    }

    private void hear(Notification notification) {
        if (notification.getUserData() instanceof CompositeData data) {
            var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
            freed.addAndGet(used(collection.getMemoryUsageBeforeGc()) - used(collection.getMemoryUsageAfterGc()));
            heard.incrementAndGet();
        }
    }

    private long used(Map<String, MemoryUsage> usage) {
        return usage.entrySet().stream()
                .filter(entry -> pools.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().getUsed())
                .sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long collections() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Bytes allocated so far. */
    long bytes() {
        long used = used();
        awaitNotifications();
        return used - usedBefore + freed.get();
    }

    // The JVM tells of a collection a moment after it.
    private void awaitNotifications() {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (heard.get() < collections() - collectionsBefore && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        for (var collector : collectors) {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("the listener was added", e);
            }
        }
    }
}
