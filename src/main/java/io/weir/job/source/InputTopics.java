package io.weir.job.source;

import io.weir.job.kafka.KafkaCluster;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Topics as a source: live, or a bounded replay that ends by itself. Only committed records are read, and new partitions are found.
 *
 * @param cluster where the topics are
 * @param topics which
 * @param group the consumer group that progress is committed for
 * @param from where to start
 * @param until where to end
 * @param disorder how far events of one partition may lie apart from their order
 * @param idle after how long without a record a partition no longer holds the others
 * @param align how far one partition may be ahead of the others, or zero for as far as it gets
 */
public record InputTopics(
        KafkaCluster cluster,
        TopicSelection topics,
        String group,
        StartPoint from,
        EndPoint until,
        Duration disorder,
        Duration idle,
        Duration align)
        implements TelemetrySource {

    private static final String DISCOVERY_MILLIS = "60000";

    @Override
    public SingleOutputStreamOperator<Telemetry> addTo(StreamExecutionEnvironment environment) {
        return environment.fromSource(
                source(new RecordDeserializationSchema()),
                EventClock.live(disorder, idle, align),
                "telemetry",
                TelemetryCodec.TYPE);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.topics(this);
    }

    @Override
    public boolean isBounded() {
        return until.isBound();
    }

    /** The records of the topics, each as the schema reads it. */
    <T> KafkaSource<T> source(KafkaRecordDeserializationSchema<T> schema) {
        var builder = KafkaSource.<T>builder()
                .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), DISCOVERY_MILLIS)
                .setProperties(cluster.clientProperties())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), String.valueOf(commitsProgress()))
                .setGroupId(group)
                .setStartingOffsets(from.offsets())
                .setDeserializer(schema);
        subscribe(builder);
        return (isBounded() ? builder.setBounded(until.offsets()) : builder).build();
    }

    // A replay beside a live job must not move the live job's place.
    private boolean commitsProgress() {
        return !isBounded() || from.kind() == StartPoint.Kind.COMMITTED;
    }

    private void subscribe(KafkaSourceBuilder<?> builder) {
        if (topics.isPattern()) {
            builder.setTopicPattern(Pattern.compile(topics.pattern()));
        } else {
            builder.setTopics(topics.names());
        }
    }
}
