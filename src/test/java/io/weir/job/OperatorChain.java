package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.alert.StandingAlerts;
import io.weir.correlate.GroupMatch;
import io.weir.correlate.Horizons;
import io.weir.correlate.JobRun;
import io.weir.correlate.Telemetry;
import io.weir.incident.IncidentMember;
import io.weir.job.rules.Ruled;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;

/** The keyed operators, one behind the other as the job has them, with the rules of {@link Telemetry}. */
final class OperatorChain implements AutoCloseable {

    static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofSeconds(60));

    /** What a savepoint holds of all operators. */
    record Savepoint(
            List<OperatorSubtaskState> hosts,
            List<OperatorSubtaskState> groups,
            List<OperatorSubtaskState> incidents) {}

    private final RuleSetSource rules;
    private final Subtasks<MatchedEvent> hosts;
    private final Subtasks<GroupMatch> groups;
    private final Subtasks<IncidentMember> incidents;
    private final List<AlertChange> changes;
    private final List<AlertChange> incidentChanges;

    private OperatorChain(
            RuleSetSource rules,
            Subtasks<MatchedEvent> hosts,
            Subtasks<GroupMatch> groups,
            Subtasks<IncidentMember> incidents,
            List<AlertChange> changes,
            List<AlertChange> incidentChanges) {
        this.rules = rules;
        this.hosts = hosts;
        this.groups = groups;
        this.incidents = incidents;
        this.changes = new ArrayList<>(changes);
        this.incidentChanges = new ArrayList<>(incidentChanges);
    }

    /** The rules of {@link Telemetry}. */
    static RuleSetSource rules() {
        return RuleSetSource.of(Telemetry.files(), List.of(), RuleSet.DEFAULT_STAGES);
    }

    static HostFunction hostFunction() {
        return new HostFunction(rules(), HORIZONS);
    }

    static GroupCorrelationFunction groupFunction() {
        return new GroupCorrelationFunction(rules(), HORIZONS);
    }

    static String host(MatchedEvent event) {
        return event.event().host().name();
    }

    static OperatorChain start(int parallelism, Backend backend) throws Exception {
        return start(rules(), parallelism, backend);
    }

    /** With rules that may change. */
    static OperatorChain start(RuleSetSource rules, int parallelism, Backend backend) throws Exception {
        return new OperatorChain(
                rules,
                Subtasks.start(() -> new HostFunction(rules, HORIZONS), OperatorChain::host, parallelism, backend),
                Subtasks.start(
                        () -> new GroupCorrelationFunction(rules, HORIZONS), GroupMatch::key, parallelism, backend),
                Subtasks.start(
                        () -> new IncidentFunction(rules, HORIZONS, JobRun.BOUNDS),
                        IncidentMember::host,
                        parallelism,
                        backend),
                List.of(),
                List.of());
    }

    /** Goes on from a savepoint, after what this one has told so far. */
    OperatorChain restored(Savepoint savepoint, int parallelism, Backend backend) throws Exception {
        return new OperatorChain(
                rules,
                Subtasks.restore(
                        () -> new HostFunction(rules, HORIZONS),
                        OperatorChain::host,
                        parallelism,
                        backend,
                        savepoint.hosts()),
                Subtasks.restore(
                        () -> new GroupCorrelationFunction(rules, HORIZONS),
                        GroupMatch::key,
                        parallelism,
                        backend,
                        savepoint.groups()),
                Subtasks.restore(
                        () -> new IncidentFunction(rules, HORIZONS, JobRun.BOUNDS),
                        IncidentMember::host,
                        parallelism,
                        backend,
                        savepoint.incidents()),
                changes,
                incidentChanges);
    }

    OperatorChain observe(List<MatchedEvent> events) throws Exception {
        for (var event : events) {
            observe(new Ruled<>(Ruled.SHIPPED, event));
        }
        return this;
    }

    /** An event that was matched by some version of the rules. */
    OperatorChain observe(Ruled<MatchedEvent> event) throws Exception {
        changes.addAll(hosts.process(event, millis(event.element())));
        for (var match : hosts.take(StageTags.of(1))) {
            changes.addAll(
                    groups.process(match, millis(match.element().witness().event())));
        }
        gather();
        return this;
    }

    private void gather() throws Exception {
        for (var members : List.of(hosts.take(IncidentFunction.MEMBERS), groups.take(IncidentFunction.MEMBERS))) {
            for (var member : members) {
                incidentChanges.addAll(
                        incidents.process(member, member.element().last() / 1_000));
            }
        }
    }

    private static long millis(MatchedEvent event) {
        return event.event().time().micros() / 1_000;
    }

    OperatorChain advance(long millis) throws Exception {
        changes.addAll(hosts.advance(millis));
        changes.addAll(groups.advance(millis));
        gather();
        incidentChanges.addAll(incidents.advance(millis));
        return this;
    }

    /** The watermark passes everything. */
    OperatorChain end() throws Exception {
        return advance(Watermark.MAX_WATERMARK.getTimestamp());
    }

    Savepoint savepoint() throws Exception {
        return new Savepoint(hosts.snapshot(), groups.snapshot(), incidents.snapshot());
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

    List<AlertChange> incidentChanges() {
        return List.copyOf(incidentChanges);
    }

    /** The bodies of the incidents that stand, sorted. */
    List<String> standingIncidents() {
        var standing = new StandingAlerts();
        incidentChanges.forEach(standing::add);
        return standing.bodies();
    }

    Subtasks<IncidentMember> incidents() {
        return incidents;
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
        incidents.close();
    }
}
