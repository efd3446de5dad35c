package io.weir.job.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Kafka cluster and how to talk to it. Its properties may hold passwords: nothing here shows them.
 *
 * @param servers {@code host:port}, several joined by a comma
 * @param properties of Kafka's clients, beside the servers
 */
public record KafkaCluster(String servers, Map<String, String> properties) implements Serializable {

    private static final String SERVERS = "bootstrap.servers";
    private static final String HIDDEN = "***";

    /** A property that is a line of a language, in which names and passwords stand. */
    private static final String LOGIN = "sasl.jaas.config";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s=;\"']+");
    private static final Set<String> WORDS_OF_LOGINS = Set.of("required", "username", "password");

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

    /** Why a client fails, in one line: the innermost cause, for the others say only that there is one. */
    public String reason(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return withoutSecrets(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    }

    /** What a client says, in one line and without any value of the properties: it may quote a password, or a part of one that it could not make out. */
    public String withoutSecrets(String message) {
        var safe = message;
        for (var value : properties.values()) {
            safe = value.isEmpty() ? safe : safe.replace(value, HIDDEN);
        }
        for (var part : partsOfLogins()) {
            safe = safe.replace("'" + part + "'", HIDDEN);
        }
        return safe.lines().collect(Collectors.joining(" "));
    }

    private List<String> partsOfLogins() {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().endsWith(LOGIN))
                .flatMap(property -> SEPARATORS.splitAsStream(property.getValue()))
                .filter(part -> !part.isEmpty() && !WORDS_OF_LOGINS.contains(part))
                .toList();
    }

    /** The servers; never the properties. */
    @Override
    public String toString() {
        return servers;
    }
}
