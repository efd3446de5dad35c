package io.weir.job.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Kafka cluster and how to talk to it. Its properties may hold passwords: nothing here shows them.
 *
 * @param servers {@code host:port}, several joined by a comma
 * @param properties of Kafka's clients, beside the servers
 */
public record KafkaCluster(String servers, Map<String, String> properties) implements Serializable {

    private static final String SERVERS = "bootstrap.servers";

    public KafkaCluster {
        properties = Map.copyOf(properties);
    }

    /** The properties for a client, these servers among them. */
    public Properties clientProperties() {
        var all = new Properties();
        new TreeMap<>(properties).forEach(all::setProperty);
        all.setProperty(SERVERS, servers);
        return all;
    }

    /** What a client says, in one line and without any value of the properties: it may quote a password. */
    public String withoutSecrets(String message) {
        var safe = message;
        for (var value : properties.values()) {
            safe = value.isEmpty() ? safe : safe.replace(value, "***");
        }
        return safe.lines().collect(Collectors.joining(" "));
    }

    /** The servers; never the properties. */
    @Override
    public String toString() {
        return servers;
    }
}
