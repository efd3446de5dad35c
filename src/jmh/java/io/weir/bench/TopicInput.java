package io.weir.bench;

import io.weir.job.kafka.KafkaCluster;
import io.weir.job.kafka.TopicWriter;
import io.weir.job.kafka.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A topic of telemetry and an empty one, read to their ends as a replay reads them; alerts go to a topic, exactly once.
 *
 * @param cluster where the topics are
 */
record TopicInput(KafkaCluster cluster) implements Input {

    private static final String WHOLE = "telemetry";
    private static final String NOTHING = "nothing";
    private static final String ALERTS = "alerts";
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Makes the topics of a broker that is starting, and puts every line into one. */
    static TopicInput filled(KafkaCluster cluster, Copies lines) throws IOException {
        new Topics(cluster, PATIENCE).require(List.of(WHOLE, NOTHING, ALERTS), PARTITIONS);
        try (var writer = TopicWriter.to(cluster, WHOLE)) {
            lines.all((host, line) -> writer.send(host.hashCode(), line));
            writer.flush();
        }
        return new TopicInput(cluster);
    }

    @Override
    public List<String> whole() {
        return options(WHOLE);
    }

    @Override
    public List<String> nothing() {
        return options(NOTHING);
    }

    private List<String> options(String topic) {
        return List.of(
                "--bootstrap-servers",
                cluster.servers(),
                "--until",
                "latest",
                "--alerts-topic",
                ALERTS,
                "--topic",
                topic);
    }
}
