package io.weir.job.kafka;

import io.weir.job.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a topic from its beginning, as a reader of committed records sees it. For one thread. */
public final class TopicTail implements AutoCloseable {

    private final KafkaCluster cluster;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Begins at the first record that there is. */
    public TopicTail(KafkaCluster cluster, String topic) {
        this.cluster = cluster;
        this.topic = topic;
        var properties = cluster.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Hands on what has come since, key and value, after waiting that long for it at most; what a record lacks is empty.
     *
     * @throws UserError where the topic can't be read; that the broker is away for a while is no such case
     */
    public void poll(Duration patience, BiConsumer<String, String> records) {
        try {
            consumer.poll(patience).forEach(record -> records.accept(text(record.key()), text(record.value())));
        } catch (KafkaException e) {
            throw new UserError("topic " + topic + " at " + cluster + " can't be read: " + cluster.reason(e), e);
        }
    }

    @SuppressWarnings("NullAway") // A record without a key or a value has null there.
    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
