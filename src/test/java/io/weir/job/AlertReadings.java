package io.weir.job;

import io.weir.job.kafka.KafkaCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic of alerts of one partition in a thread of its own, and notes when it had each of them first. */
final class AlertReadings implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean ended;

    /** @param isolation which records it reads: Kafka's {@code isolation.level} */
    AlertReadings(KafkaCluster cluster, String topic, String isolation) {
        thread = new Thread(() -> read(cluster, topic, isolation), "alerts " + isolation);
        thread.start();
    }

    private void read(KafkaCluster cluster, String topic, String isolation) {
        var properties = cluster.clientProperties();
        properties.setProperty("isolation.level", isolation);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (!ended) {
                for (var record : consumer.poll(POLL)) {
                    read.putIfAbsent(record.value(), System.nanoTime());
                }
            }
        }
    }

    /** When each was there, in the nanoseconds of {@link System#nanoTime}, by its body. */
    Map<String, Long> read() {
        return read;
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
