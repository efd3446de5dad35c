package io.weir.cli.soak;

import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import io.weir.cli.scenario.ExpectedAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Faults, one after the other, and after each the question whether readers of committed records see what was sent until then: everything that
 * must be alerted on, nothing else, and nothing twice.
 *
 * @param cluster that runs the job
 * @param sender of the stream
 * @param ledger of what is read
 * @param listener that reads
 * @param injector of the faults
 * @param said where a line for each fault goes
 */
record Soak(
        LocalCluster cluster,
        Sender sender,
        Ledger ledger,
        Listener listener,
        FaultInjector injector,
        Consumer<String> said) {

    /** How long all that was sent is waited for after a fault. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int LOOK_MILLIS = 250;
    private static final int CALM_MILLIS = 500;

    /**
     * A fault that happened.
     *
     * @param fault which
     * @param recovery from its beginning until all that was sent before its end was seen, or as long as was waited for that
     * @param survived whether it was seen, and nothing else
     */
    record Outcome(Fault fault, Duration recovery, boolean survived) {}

    List<Outcome> run(List<Fault> faults) {
        var outcomes = new ArrayList<Outcome>();
        FaultInjector.pause(CALM_MILLIS);
        awaitAll(System.nanoTime());
        for (var fault : faults) {
            var outcome = happen(fault);
            outcomes.add(outcome);
            said.accept("%d/%d  %s: %s after %.1f s"
                    .formatted(
                            outcomes.size(),
                            faults.size(),
                            fault.label(),
                            outcome.survived() ? "all is told once" : "NOT ALL IS TOLD ONCE",
                            outcome.recovery().toMillis() / 1_000.0));
            if (!outcome.survived()) {
                return outcomes;
            }
            FaultInjector.pause(CALM_MILLIS);
        }
        sender.stop();
        awaitAll(System.nanoTime());
        return outcomes;
    }

    private Outcome happen(Fault fault) {
        long begin = System.nanoTime();
        injector.inject(fault);
        boolean isWell = awaitAll(begin);
        return new Outcome(fault, Duration.ofNanos(System.nanoTime() - begin), isWell);
    }

    /** Waits until all that has been sent is seen, or patience ends. */
    private boolean awaitAll(long begin) {
        var expected = arrived();
        int letters = sender.poisoned();
        while (!ledger.missing(expected).isEmpty() || ledger.deadLetters() < letters) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                tellMissing(ledger.missing(expected));
                return false;
            }
            listener.requireWell();
            revive();
            FaultInjector.pause(LOOK_MILLIS);
        }
        return ledger.doubled() == 0 && ledger.surplus(sender::sent) == 0;
    }

    /** What must be alerted on of all that was sent. It arrives only at a broker that runs, and one that was started again may end again. */
    private List<ExpectedAlert> arrived() {
        revive();
        var arriving = CompletableFuture.supplyAsync(sender::arrived);
        while (!arriving.isDone()) {
            FaultInjector.pause(LOOK_MILLIS);
            revive();
        }
        try {
            return arriving.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    private void tellMissing(Iterable<ExpectedAlert> missing) {
        missing.forEach(alert -> said.accept("missing: " + alert));
    }

    private void revive() {
        for (var member : Member.values()) {
            if (!cluster.isRunning(member)) {
                cluster.start(member);
            }
        }
    }
}
