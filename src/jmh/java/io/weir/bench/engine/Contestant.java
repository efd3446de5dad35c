package io.weir.bench.engine;

import com.sun.management.ThreadMXBean;
import io.weir.event.EventDecoder;
import io.weir.match.RuleSet;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An engine that takes part, and what it goes through. Rules remember by thread what they have seen of events: a pass in a new thread begins with empty
 * caches.
 *
 * @param name as the table has it
 * @param rules how many it runs
 * @param events that it goes through
 * @param inNewThreads whether each pass has a thread of its own, or all have that of the caller
 */
record Contestant(String name, int rules, Engine engine, List<byte[]> events, boolean inNewThreads) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Contestant decoding(List<byte[]> events) {
        return new Contestant("decoding alone", 0, Engine.decoding(), events, false);
    }

    static Contestant judge(RuleSet rules, List<byte[]> events) {
        return new Contestant("plain evaluator", rules.detections().size(), Engine.judge(rules), events, false);
    }

    /** A new decoder and a new index for each pass. */
    static Contestant cold(RuleSet rules, List<byte[]> events) {
        var engine = Engine.matcher(rules, EventDecoder::standard);
        return new Contestant("Weir, caches empty", rules.detections().size(), engine, events, true);
    }

    /** One decoder and one index for all passes. */
    static Contestant steady(RuleSet rules, List<byte[]> events) {
        var decoder = EventDecoder.standard();
        var engine = Engine.matcher(rules, () -> decoder);
        return new Contestant("Weir, steady", rules.detections().size(), engine, events, false);
    }

    /** Goes through the events once. */
    Sample pass() {
        return inNewThreads
                ? CompletableFuture.supplyAsync(this::measured, Contestant::run).join()
                : measured();
    }

    private static void run(Runnable task) {
        new Thread(task, "pass").start();
    }

    private Sample measured() {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        long matches = engine.pass(events);
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
        return new Sample(name, rules, events.size(), nanos, bytes, matches);
    }
}
