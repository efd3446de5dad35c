package io.weir.job.kafka;

import io.weir.job.UserError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts what stands in one topic into another, each record once: where it has come to is saved in the same transaction as what it has written, so
 * that a relay which is broken off goes on where it was, and one that is run again finds only what is new.
 *
 * @param cluster of both topics
 * @param from read up to where it ends when the relay begins
 * @param to written to
 * @param group whose progress is saved, and whose transactions these are
 */
public record TopicRelay(KafkaCluster cluster, String from, String to, String group) {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int API_TIMEOUT_MILLIS = 15_000;

    /**
     * Runs it to the end.
     *
     * @param value makes what is written of what is read, or nothing where it is left out
     * @return how many records were written
     * @throws UserError where a topic is not there, or the broker refuses
     */
    public long run(Function<byte[], Optional<byte[]>> value) {
        try (var consumer = consumer();
                var producer = producer()) {
            var partitions = partitions(consumer);
            producer.initTransactions();
            consumer.assign(partitions);
            return relay(consumer, producer, consumer.endOffsets(partitions), value);
        } catch (KafkaException e) {
            throw new UserError(
                    "records of " + from + " can't be put into " + to + " at " + cluster + ": " + cluster.reason(e), e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var properties = cluster.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var properties = cluster.clientProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-" + from);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, API_TIMEOUT_MILLIS);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = consumer.partitionsFor(from).stream()
                .map(info -> new TopicPartition(from, info.partition()))
                .toList();
        if (partitions.isEmpty() || consumer.partitionsFor(to).isEmpty()) {
            throw new UserError("no topic " + (partitions.isEmpty() ? from : to) + " at " + cluster);
        }
        return partitions;
    }

    private long relay(
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer,
            Map<TopicPartition, Long> ends,
            Function<byte[], Optional<byte[]>> value) {
        long written = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            producer.beginTransaction();
            for (var record : records) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(from, record.partition()), 0L)) {
                    written += write(record, producer, value);
                }
            }
            producer.sendOffsetsToTransaction(progress(consumer, ends), consumer.groupMetadata());
            producer.commitTransaction();
        }
        return written;
    }

    private int write(
            ConsumerRecord<byte[], byte[]> record,
            KafkaProducer<byte[], byte[]> producer,
            Function<byte[], Optional<byte[]>> value) {
        var made = value.apply(record.value() == null ? new byte[0] : record.value());
        // What becomes of it, the commit of the transaction says.
        made.ifPresent(bytes -> {
            var unused = producer.send(new ProducerRecord<>(to, bytes));
        });
        return made.isPresent() ? 1 : 0;
    }

    /** What was appended since the beginning is left for the next time. */
    private static Map<TopicPartition, OffsetAndMetadata> progress(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var progress = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.forEach((partition, end) ->
                progress.put(partition, new OffsetAndMetadata(Math.min(end, consumer.position(partition)))));
        return progress;
    }
}
