package io.weir.job.kafka;

import io.weir.alert.AlertChange;
import io.weir.job.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of alerts from its beginning to where it ended when the reading began, as a reader of committed records sees it. */
public final class AlertTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SEQUENCE_UNKNOWN = 0;

    private final KafkaCluster cluster;
    private final String topic;

    /** The topic of that name. */
    public AlertTopic(KafkaCluster cluster, String topic) {
        this.cluster = cluster;
        this.topic = topic;
    }

    /**
     * Hands on every change, those of one alert in their order.
     *
     * @throws UserError where the broker does not answer in some ten seconds, or has no such topic
     */
    public void read(Consumer<AlertChange> changes) {
        var properties = cluster.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, changes);
        } catch (KafkaException e) {
            throw new UserError("the broker at " + cluster + " can't be read: " + cluster.reason(e), e);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Consumer<AlertChange> changes) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UserError("no topic " + topic + " at " + cluster.servers());
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!isAtTheEnd(consumer, partitions, ends)) {
            consumer.poll(PATIENCE).forEach(record -> changes.accept(change(record)));
        }
    }

    private static boolean isAtTheEnd(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    private static AlertChange change(ConsumerRecord<byte[], byte[]> record) {
        return new AlertChange(text(record.key()), text(record.value()), SEQUENCE_UNKNOWN, false);
    }

    @SuppressWarnings("NullAway") // A record without a value withdraws, one without a key is none of ours.
    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
