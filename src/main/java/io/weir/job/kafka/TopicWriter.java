package io.weir.job.kafka;

import io.weir.job.UserError;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to a topic, each once even where the broker is away for a while, and those of one partition in their order. */
public final class TopicWriter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaCluster cluster;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final int partitions;

    private TopicWriter(KafkaCluster cluster, String topic, Duration patience) {
        this.cluster = cluster;
        this.topic = topic;
        var properties = cluster.clientProperties();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Of two requests at once a broker that does not lead a new topic yet may refuse the first and take the second:
        // then the first comes out of order for ever.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        int millis = Math.toIntExact(patience.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        partitions = producer.partitionsFor(topic).size();
    }

    /**
     * A writer to that topic, for whom the broker may be away for two minutes.
     *
     * @throws UserError where no broker answers, or none has the topic
     */
    public static TopicWriter to(KafkaCluster cluster, String topic) {
        return to(cluster, topic, PATIENCE);
    }

    /**
     * A writer to that topic.
     *
     * @param patience how long the broker may be away before what was sent counts as lost
     * @throws UserError where no broker answers, or none has the topic
     */
    public static TopicWriter to(KafkaCluster cluster, String topic, Duration patience) {
        try {
            return new TopicWriter(cluster, topic, patience);
        } catch (KafkaException e) {
            throw new UserError("topic " + topic + " at " + cluster + " can't be written to: " + cluster.reason(e), e);
        }
    }

    /** Sends a record, in time; records of one lane keep their order. */
    public void send(int lane, byte[] value) {
        throwFailure();
        // What becomes of it is told to the callback.
        var unused = producer.send(
                new ProducerRecord<>(topic, Math.floorMod(lane, partitions), null, value), (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    /**
     * Waits until all that was sent has arrived.
     *
     * @throws UserError where something has not
     */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        var problem = failure.get();
        if (problem != null) {
            throw new UserError(
                    "topic " + topic + " at " + cluster + " can't be written to: " + cluster.reason(problem), problem);
        }
    }

    /** Closes the connections; what was not flushed may be lost. */
    @Override
    public void close() {
        producer.close();
    }
}
