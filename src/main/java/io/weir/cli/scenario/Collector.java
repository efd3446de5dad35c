package io.weir.cli.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Takes the events of some machines in as they arrive, which is not as they happened, and writes them to its file.
 *
 * <p>Real channels lag by 1 to 7 seconds, now and then by up to two and a half minutes, each for itself; senders that miss an answer
 * send again. Only what is still on its way is held.
 */
final class Collector implements AutoCloseable {

    private static final int ONE_LATE_IN = 60;
    private static final int ONE_TWICE_IN = 150;
    private static final Comparator<Line> BY_ARRIVAL =
            Comparator.comparingLong(Line::arrival).thenComparingLong(Line::number);

    private final Shape shape;
    private final Chance chance;
    private final OutputStream file;
    private final JsonFactory json = new JsonFactory();
    private final PriorityQueue<Line> onTheirWay = new PriorityQueue<>(BY_ARRIVAL);
    private long brokenAfter = Long.MAX_VALUE;
    private long taken;
    private int repeated;
    private int unreadable;

    private record Line(long arrival, long number, byte[] bytes) {}

    private Collector(Shape shape, Chance chance, OutputStream file) {
        this.shape = shape;
        this.chance = chance;
        this.file = file;
    }

    /** A collector that writes that file, which it replaces. */
    static Collector to(Path file, Shape shape, Chance chance) throws IOException {
        return new Collector(shape, chance, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Breaks off in the middle of the first line that arrives from that time on, and writes the line whole thereafter. */
    void breaksOffAt(long time) {
        brokenAfter = time;
    }

    /** Sends an event on its way. */
    void take(Observation event, long record) throws IOException {
        long arrival = event.time() + delay(event.delivery());
        send(event, record, arrival);
        if (isTwice(event.delivery())) {
            send(event, record, arrival + chance.seconds(0.5, 60));
            repeated++;
        }
    }

    private long delay(Observation.Delivery delivery) {
        return switch (delivery) {
            case LATE -> chance.seconds(140, 149);
            case ORDINARY, TWICE -> chance.oneIn(ONE_LATE_IN) ? chance.seconds(7, 149) : chance.seconds(1, 7);
        };
    }

    private boolean isTwice(Observation.Delivery delivery) {
        return switch (delivery) {
            case TWICE -> true;
            case LATE -> false;
            case ORDINARY -> chance.oneIn(ONE_TWICE_IN);
        };
    }

    private void send(Observation event, long record, long arrival) throws IOException {
        var bytes = new ByteArrayOutputStream(2_048);
        try (var generator = json.createGenerator(bytes)) {
            shape.write(event, record, arrival, generator);
        }
        bytes.write('\n');
        onTheirWay.add(new Line(arrival, taken++, bytes.toByteArray()));
    }

    /** Writes what has arrived by that time. */
    void writeUntil(long time) throws IOException {
        for (var line = onTheirWay.peek(); line != null && line.arrival() <= time; line = onTheirWay.peek()) {
            write(onTheirWay.remove());
        }
    }

    private void write(Line line) throws IOException {
        if (line.arrival() >= brokenAfter) {
            file.write(line.bytes(), 0, line.bytes().length / 2);
            file.write('\n');
            unreadable++;
            brokenAfter = Long.MAX_VALUE;
        }
        file.write(line.bytes());
    }

    int repeated() {
        return repeated;
    }

    int unreadable() {
        return unreadable;
    }

    /** Writes all that is still on its way, and closes the file. */
    @Override
    public void close() throws IOException {
        try (file) {
            writeUntil(Long.MAX_VALUE);
        }
    }
}
