package io.weir.cli.soak;

import io.weir.cli.scenario.ExpectedAlert;
import io.weir.cli.scenario.SteadyStream;
import io.weir.job.kafka.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Sends the steady stream, so many scenes a second, and keeps what must be alerted on of what it has sent. */
final class Sender implements AutoCloseable {

    /** How long the broker may be away: longer than any fault is waited for. */
    static final Duration PATIENCE = Soak.PATIENCE.plusMinutes(1);

    private final SteadyStream stream;
    private final TopicWriter writer;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "weir-soak-sender"));
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final List<ExpectedAlert> expected = new ArrayList<>();
    private long records;
    private int poisoned;

    Sender(SteadyStream stream, TopicWriter writer) {
        this.stream = stream;
        this.writer = writer;
    }

    /** Microseconds since the epoch. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    void start(int scenesPerSecond) {
        // Its failure is kept, for the next who asks.
        var unused = clock.scheduleAtFixedRate(
                this::sendSafely, 0, TimeUnit.SECONDS.toMicros(1) / scenesPerSecond, TimeUnit.MICROSECONDS);
    }

    private void sendSafely() {
        try {
            send();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private synchronized void send() {
        var scene = stream.next(now());
        expected.addAll(scene.alerts());
        records += scene.records().size();
        scene.records().forEach(record -> writer.send(record.lane(), record.bytes()));
    }

    /** Sends bytes that are no event: each must become one dead letter. */
    synchronized void poison(List<byte[]> letters) {
        for (int i = 0; i < letters.size(); i++) {
            writer.send(i, letters.get(i));
        }
        poisoned += letters.size();
    }

    /** What must be alerted on of all that was sent until now, and has arrived at the broker. */
    List<ExpectedAlert> arrived() {
        var sent = sent();
        writer.flush();
        return sent;
    }

    /** What must be alerted on of all that was sent until now. */
    synchronized List<ExpectedAlert> sent() {
        var problem = failure.get();
        if (problem != null) {
            throw problem;
        }
        return List.copyOf(expected);
    }

    synchronized long records() {
        return records;
    }

    synchronized int poisoned() {
        return poisoned;
    }

    /** Stops sending; what was sent is on its way. */
    void stop() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        writer.close();
    }
}
