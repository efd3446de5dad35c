package io.weir.cli.soak;

import io.weir.alert.AlertChange;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.TopicTail;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Reads what was committed into the ledger, all the time. */
final class Listener implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int ENDING_SECONDS = 20;
    private static final long NOT_OF_INTEREST = 0;

    private final ExecutorService threads = Executors.newFixedThreadPool(2, Listener::reader);
    private final Future<?> alerts;
    private final Future<?> deadLetters;

    Listener(KafkaCluster cluster, String alertsTopic, String deadLettersTopic, Ledger ledger) {
        alerts = threads.submit(() -> follow(
                new TopicTail(cluster, alertsTopic),
                (id, body) -> ledger.add(new AlertChange(id, body, NOT_OF_INTEREST, false))));
        deadLetters = threads.submit(
                () -> follow(new TopicTail(cluster, deadLettersTopic), (key, letter) -> ledger.addDeadLetter(key)));
        threads.shutdown();
    }

    private static Thread reader(Runnable work) {
        var thread = new Thread(work, "weir-soak-reader");
        thread.setDaemon(true);
        return thread;
    }

    private void follow(TopicTail tail, BiConsumer<String, String> records) {
        try (tail) {
            while (!Thread.currentThread().isInterrupted()) {
                tail.poll(POLL, records);
            }
        }
    }

    /** Throws what went wrong with the reading, if anything did. */
    void requireWell() {
        requireWell(alerts);
        requireWell(deadLetters);
    }

    private static void requireWell(Future<?> reading) {
        if (!reading.isDone()) {
            return;
        }
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was read counts, whether a reader says goodbye to the broker in time or not. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var unused = threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
