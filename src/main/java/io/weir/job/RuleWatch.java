package io.weir.job;

import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.job.sink.DeadLetter;
import io.weir.match.LiveRules;
import io.weir.match.LiveRules.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into a store of rules now and then, in a thread of its own, and has another version put in force when the store names one. A version that is refused leaves
 * the one before in force, is told of once, in the log and as a dead letter, and is not tried again until another one was named. A store that can't be read is asked again the next time.
 */
final class RuleWatch implements AutoCloseable {

    /** How often a version was refused. */
    static final String REFUSED = "ruleVersionsRefused";

    /** How often the store could not be read. */
    static final String UNREAD = "ruleStoreFailures";

    private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(RuleWatch::thread);
    private final RuleSetSource source;
    private final RuleStore store;
    private final Duration every;
    private final Counter refused;
    private final Counter unread;
    private final DistinctFailures failures = new DistinctFailures(LOG);
    private final Queue<DeadLetter> letters = new ConcurrentLinkedQueue<>();
    private long seen;
    private volatile long taken;

    /**
     * Watches a store.
     *
     * @param source what makes rules of a version
     * @param every so much time passes from one look to the next
     */
    RuleWatch(RuleSetSource source, RuleStore store, Duration every, MetricGroup group) {
        this.source = source;
        this.store = store;
        this.every = every;
        this.refused = group.counter(REFUSED);
        this.unread = group.counter(UNREAD);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "weir-rule-watch");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The rules to begin with: those that were in force before a restart; else those that the store names, or, where they are refused, those that came with the job.
     *
     * @throws IOException where the store can't be read; better no job than one that silently runs other rules
     */
    Version first(OptionalLong remembered) throws IOException {
        var named = remembered.isPresent() ? remembered : store.current();
        if (named.isEmpty()) {
            LOG.info("no version of the rules is in {} yet", store);
        }
        seen = named.orElse(Ruled.SHIPPED);
        try {
            return new Version(seen, source.compile(seen));
        } catch (UserError e) {
            if (remembered.isPresent()) {
                throw e;
            }
            refuse(seen, e);
            return new Version(Ruled.SHIPPED, source.compile());
        }
    }

    /** What makes rules of a version. */
    RuleSetSource source() {
        return source;
    }

    /** Begins to look. */
    void start(LiveRules live) {
        var unused = clock.scheduleWithFixedDelay(
                () -> look(live), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(LiveRules live) {
        try {
            long named = store.current().orElse(seen); // A folder that is away for a while says nothing of rules.
            if (named != seen) {
                take(named, live);
                seen = named;
            }
        } catch (IOException | RuntimeException | Error e) {
            // File systems throw any of them, and what is thrown here would be the last look, in silence.
            unread.inc();
            failures.tell("the rules in " + store + " can't be read; those before stay in force", e);
        }
    }

    private void take(long version, LiveRules live) {
        try {
            var rules = source.compile(version);
            taken = version;
            live.replace(() -> new Version(version, rules));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            refuse(version, e);
        }
    }

    /** Tells that rules which were compiled are not put in force all the same. */
    void refuse(Throwable why) {
        refuse(taken, why);
    }

    private void refuse(long version, Throwable why) {
        refused.inc();
        LOG.warn("a new version of the rules is not put in force; those before stay", why);
        var reason = why instanceof UserError
                ? why.getMessage()
                : "the rules can't be put in force, which is a fault of Weir: " + why;
        letters.add(DeadLetter.ofRules(reason + "; those before stay", store.place(version)));
    }

    /** The next letter about a version that was refused, which was not asked for yet. */
    @Nullable
    DeadLetter letter() {
        return letters.poll();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
