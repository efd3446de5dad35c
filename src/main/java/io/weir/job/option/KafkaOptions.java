package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach Kafka, for sources and sinks alike. */
public final class KafkaOptions {

    private static final String SERVERS = "bootstrap.servers";

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers to ask first, several joined by a comma.")
    private @Nullable String servers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "More properties of Kafka's clients, such as those of TLS and SASL; never logged. Secrets stay where they"
                            + " are: $${env:NAME}, $${directory:FOLDER:FILE} or $${file:FILE:KEY} in their place.")
    private @Nullable Path properties;

    /**
     * The cluster that the options tell of.
     *
     * @param option what asks for it, for the message
     * @throws UserError where no servers are named, or the file of properties cannot be read
     */
    public KafkaCluster cluster(String option) {
        var all = all();
        var named = servers == null ? all.remove(SERVERS) : servers;
        if (named == null || named.isBlank()) {
            throw new UserError(option + " needs --bootstrap-servers HOST:PORT");
        }
        return new KafkaCluster(named, new Secrets().prepare(all));
    }

    /** Whether anything is said of Kafka. */
    public boolean isGiven() {
        return servers != null || properties != null;
    }

    private Map<String, String> all() {
        var all = new HashMap<String, String>();
        if (properties != null) {
            var read = read(properties);
            read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
        }
        return all;
    }

    private static Properties read(Path file) {
        var read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (NoSuchFileException e) {
            throw new UserError("--kafka-properties " + file + " is not there; name a file that is", e);
        } catch (IOException | IllegalArgumentException e) {
            // Without what was found: it may be a secret.
            throw new UserError("--kafka-properties " + file + " cannot be read as a file of properties in UTF-8", e);
        }
        return read;
    }
}
