package io.weir.job.sink;

import io.weir.job.kafka.KafkaCluster;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A topic that records go to: keyed by id, so the changes of one id keep their order in one partition; a withdrawal is a null value.
 *
 * @param cluster where the topic is
 * @param topic its name
 * @param delivery what its readers may rely on
 * @param transactionalIdPrefix what the transactions' names begin with; no two jobs on one cluster may share it
 */
public record TopicSink(KafkaCluster cluster, String topic, Delivery delivery, String transactionalIdPrefix) {

    // The connector asks for an hour where nothing is said, which a broker with its default of 15 minutes refuses.
    private static final String BROKERS_LONGEST_TRANSACTION = "900000";

    // A broker remembers each name for a week; the connector's default takes a new one for each checkpoint, for months.
    private static final TransactionNamingStrategy FEW_NAMES = TransactionNamingStrategy.POOLING;

    /** What writes to the topic the records that elements become. */
    public <T> Sink<T> sink(SerializableFunction<T, OutboundRecord> outbound) {
        var properties = cluster.clientProperties();
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, BROKERS_LONGEST_TRANSACTION);
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(delivery.guarantee())
                .setTransactionNamingStrategy(FEW_NAMES)
                .setTransactionalIdPrefix(transactionalIdPrefix)
                .setRecordSerializer(new RecordSerializationSchema<>(topic, outbound))
                .build();
    }
}
