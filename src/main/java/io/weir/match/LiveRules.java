package io.weir.match;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The rules in force, and how others come in their place while events go by: the next set is compiled and its plans are made in a thread beside, and the
 * events change over between two of them when it is ready. An event that came while thousands of rules are compiled would otherwise wait for a second.
 *
 * <p>Events belong to one thread, which alone asks for the {@link #current} rules; any thread may {@link #replace} them. Of several versions the last that was
 * given is in force in the end, and each event sees one whole set.
 */
public final class LiveRules implements AutoCloseable {

    private final ExecutorService beside = Executors.newSingleThreadExecutor(LiveRules::worker);
    private final AtomicReference<Version> next = new AtomicReference<>();
    private final Consumer<Throwable> failures;
    private Version current;

    /**
     * Rules under a name of their own.
     *
     * @param id what whoever gives them knows them by
     */
    public record Version(long id, RuleSet rules) {

        private Version prepared() {
            rules.prepared();
            return this;
        }
    }

    /**
     * Begins with those rules.
     *
     * @param failures told, in the thread beside, why a set could not be made; the rules before stay in force
     */
    public LiveRules(Version first, Consumer<Throwable> failures) {
        this.current = first.prepared();
        this.failures = failures;
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "weir-rules");
        thread.setDaemon(true);
        return thread;
    }

    /** The rules for the next event. */
    public Version current() {
        if (next.get() != null) {
            current = next.getAndSet(null);
        }
        return current;
    }

    /** Puts others in force as soon as they are made, which is done in a thread beside. */
    public void replace(Supplier<Version> made) {
        beside.execute(() -> {
            try {
                next.set(made.get().prepared());
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                failures.accept(e);
            }
        });
    }

    /** Makes no further rules. */
    @Override
    public void close() {
        beside.shutdownNow();
    }
}
