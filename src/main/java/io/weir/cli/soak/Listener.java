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

    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, work -> new Thread(work, "weir-soak-reader"));
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
            throw new IllegalStateException("the alerts can't be read any more", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a reader does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
