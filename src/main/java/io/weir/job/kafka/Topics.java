package io.weir.job.kafka;

import io.weir.job.UserError;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of a Kafka cluster.
 *
 * @param cluster where they are
 * @param patience how long to wait for an answer
 */
public record Topics(KafkaCluster cluster, Duration patience) {

    private static final short AS_THE_BROKER_HAS_IT = -1;
    private static final Duration CLOSING = Duration.ofSeconds(1);

    /**
     * Makes those that are not there yet.
     *
     * @param partitions of each one that is made
     * @throws UserError where the broker does not answer, or refuses
     */
    public void require(Collection<String> names, int partitions) {
        var properties = cluster.clientProperties();
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(patience.toMillis()));
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(patience.toMillis()));
        var admin = Admin.create(properties);
        try {
            make(missing(names, admin), partitions, admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new UserError("the broker at " + cluster + " makes no topics: " + cluster.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while the broker made topics", e);
        } finally {
            admin.close(CLOSING);
        }
    }

    private Set<String> missing(Collection<String> names, Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var missing = new HashSet<>(names);
        missing.removeAll(admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        return missing;
    }

    private void make(Set<String> names, int partitions, Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var topics = names.stream()
                .map(name -> new NewTopic(name, partitions, AS_THE_BROKER_HAS_IT))
                .toList();
        admin.createTopics(topics).all().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
