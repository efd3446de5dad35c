package io.weir.job.preflight;

import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.source.TopicSelection;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Whether a broker answers and has the topics.
 *
 * @param cluster whose brokers are asked
 * @param patience how long to wait for an answer
 */
record BrokerCheck(KafkaCluster cluster, Duration patience) {

    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int SHOWN_TOPICS = 5;

    void require(Collection<TopicSelection> expected) {
        var there = topics();
        expected.forEach(topics -> require(topics, there));
    }

    private void require(TopicSelection topics, Set<String> there) {
        if (topics.isPattern() && there.stream().noneMatch(topics::covers)) {
            throw new UserError(
                    "no topic at " + cluster + " fits --topic-pattern " + topics.pattern() + "; " + known(there));
        }
        for (var topic : topics.names()) {
            if (!there.contains(topic)) {
                throw new UserError("there is no topic " + topic + " at " + cluster + ", or this user may not see it; "
                        + known(there));
            }
        }
    }

    private static String known(Set<String> there) {
        return there.isEmpty()
                ? "make it first, there is no topic at all"
                : "make it first, or name one that is there: "
                        + there.stream().sorted().limit(SHOWN_TOPICS).collect(Collectors.joining(", "))
                        + (there.size() > SHOWN_TOPICS ? ", …" : "");
    }

    private Set<String> topics() {
        try {
            return listed();
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (KafkaException e) {
            throw new UserError(
                    "Kafka's client does not start: " + cluster.reason(e)
                            + "; look at --bootstrap-servers and --kafka-properties",
                    e);
        }
    }

    private Set<String> listed() throws TimeoutException {
        var admin = Admin.create(properties());
        try {
            return admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } finally {
            admin.close(CLOSING);
        }
    }

    private Properties properties() {
        var properties = cluster.clientProperties();
        var millis = String.valueOf(patience.toMillis());
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        return properties;
    }

    private UserError refused(Throwable cause) {
        return cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? unreachable(cause)
                : new UserError(
                        "the broker at " + cluster + " refuses: " + cluster.reason(cause)
                                + "; look at --kafka-properties",
                        cause);
    }

    private UserError unreachable(Throwable cause) {
        return new UserError(
                "no broker answers at " + cluster + " within " + patience.toSeconds()
                        + " s; is it running, and is --bootstrap-servers right?",
                cause);
    }
}
