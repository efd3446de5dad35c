package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.alert.StandingAlerts;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.Horizons;
import io.weir.correlate.Telemetry;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;

/** The two keyed operators, one behind the other as the job has them, with the rules of {@link Telemetry}. */
final class OperatorChain implements AutoCloseable {

    static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofSeconds(60));

    /** What a savepoint holds of both operators. */
    record Savepoint(List<OperatorSubtaskState> hosts, List<OperatorSubtaskState> groups) {}

    private final Subtasks<MatchedEvent> hosts;
    private final Subtasks<GroupMatch> groups;
    private final List<AlertChange> changes;

    private OperatorChain(Subtasks<MatchedEvent> hosts, Subtasks<GroupMatch> groups, List<AlertChange> changes) {
        this.hosts = hosts;
        this.groups = groups;
        this.changes = new ArrayList<>(changes);
    }

    static HostFunction hostFunction() {
        return new HostFunction(RuleSetSource.of(Telemetry.files(), List.of(), RuleSet.DEFAULT_STAGES), HORIZONS);
    }

    static GroupCorrelationFunction groupFunction() {
        return new GroupCorrelationFunction(
                RuleSetSource.of(Telemetry.files(), List.of(), RuleSet.DEFAULT_STAGES), HORIZONS);
    }

    static String host(MatchedEvent event) {
        return event.event().host().name();
    }

    static OperatorChain start(int parallelism, Backend backend) throws Exception {
        return new OperatorChain(
                Subtasks.start(OperatorChain::hostFunction, OperatorChain::host, parallelism, backend),
                Subtasks.start(OperatorChain::groupFunction, GroupMatch::key, parallelism, backend),
                List.of());
    }

    /** Goes on from a savepoint, after what this one has told so far. */
    OperatorChain restored(Savepoint savepoint, int parallelism, Backend backend) throws Exception {
        return new OperatorChain(
                Subtasks.restore(
                        OperatorChain::hostFunction, OperatorChain::host, parallelism, backend, savepoint.hosts()),
                Subtasks.restore(
                        OperatorChain::groupFunction, GroupMatch::key, parallelism, backend, savepoint.groups()),
                changes);
    }

    OperatorChain observe(List<MatchedEvent> events) throws Exception {
        for (var event : events) {
            changes.addAll(hosts.process(event, millis(event)));
            for (var match : hosts.take(StageTags.of(1))) {
                changes.addAll(groups.process(match, millis(match.witness().event())));
            }
        }
        return this;
    }

    private static long millis(MatchedEvent event) {
        return event.event().time().micros() / 1_000;
    }

    OperatorChain advance(long millis) throws Exception {
        changes.addAll(hosts.advance(millis));
        changes.addAll(groups.advance(millis));
        return this;
    }

    /** The watermark passes everything. */
    OperatorChain end() throws Exception {
        return advance(Watermark.MAX_WATERMARK.getTimestamp());
    }

    Savepoint savepoint() throws Exception {
        return new Savepoint(hosts.snapshot(), groups.snapshot());
    }

    List<MatchedEvent> late() {
        return hosts.take(HostFunction.LATE);
    }

    List<AlertChange> changes() {
        return List.copyOf(changes);
    }

    /** The bodies of the alerts that stand, sorted. */
    List<String> standing() {
        var standing = new StandingAlerts();
        changes.forEach(standing::add);
        return standing.bodies();
    }

    Subtasks<MatchedEvent> hosts() {
        return hosts;
    }

    Subtasks<GroupMatch> groups() {
        return groups;
    }

    @Override
    public void close() {
        hosts.close();
        groups.close();
    }
}
