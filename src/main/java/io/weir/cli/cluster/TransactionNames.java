package io.weir.cli.cluster;

import io.weir.job.UserError;
import io.weir.job.option.JobOptions;
import io.weir.job.sink.Delivery;
import io.weir.job.sink.Destination;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the transactions are called by which a job writes to topics exactly once. A broker ends those of one job as soon as another one begins some of the same name, so
 * that both would fail, again and again.
 *
 * @param names each a broker, and what the names begin with there
 */
record TransactionNames(Set<String> names) {

    TransactionNames {
        names = Set.copyOf(names);
    }

    /** Those of a job with these options; none where this build can't read them: they are refused elsewhere, or another build's. */
    static TransactionNames of(List<String> arguments) {
        try {
            var settings = JobOptions.parse(arguments.toArray(String[]::new)).settings();
            return new TransactionNames(settings.destinations()
                    .filter(Destination.Topic.class::isInstance)
                    .map(place -> ((Destination.Topic) place).sink())
                    .filter(sink -> sink.delivery() == Delivery.EXACTLY_ONCE)
                    .map(sink -> sink.transactionalIdPrefix() + "… at " + sink.cluster())
                    .collect(Collectors.toSet()));
        } catch (UserError e) {
            return new TransactionNames(Set.of());
        }
    }

    /** One that both have, or none. */
    Optional<String> shared(TransactionNames other) {
        return names.stream().filter(other.names::contains).sorted().findFirst();
    }
}
