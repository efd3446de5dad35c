package io.weir.correlate;

import io.weir.alert.AlertChange;
import io.weir.correlate.HostOutcome.Fate;
import io.weir.incident.IncidentBounds;
import io.weir.incident.IncidentMember;
import io.weir.incident.IncidentRun;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The job without Flink: hosts, the groups of each stage, and incidents; what stands in the end, and what was told on the way. */
public final class JobRun implements CorrelationRun.Listener {

    /** How far its incidents reach: less than random histories do. */
    public static final IncidentBounds BOUNDS = new IncidentBounds(Duration.ofHours(1), Duration.ofSeconds(40), 1_000);

    private final CorrelationRun correlation;
    private final IncidentRun incidents;
    private final List<AlertChange> changes = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;

    /** A run of those rules, nothing seen yet. */
    public JobRun(RuleSet rules, Horizons horizons) {
        this.correlation = new CorrelationRun(rules, horizons, this);
        this.incidents = new IncidentRun(new HostCorrelator(rules, horizons).incidents(BOUNDS));
    }

    @Override
    public void change(List<AlertChange> more) {
        changes.addAll(more);
    }

    @Override
    public void enrol(IncidentMember member) {
        incidents.observe(member);
    }

    /** An event comes. */
    public JobRun observe(MatchedEvent event) {
        correlation.observe(event);
        return this;
    }

    /** Events come, in this order. */
    public JobRun observeAll(List<MatchedEvent> events) {
        correlation.observeAll(events);
        return this;
    }

    /** The watermark comes to that time, in microseconds: what has settled is told, and what is due is forgotten. */
    public JobRun pass(long micros) {
        watermark = Math.max(watermark, micros);
        correlation.pass(watermark);
        incidents.pass(watermark);
        return this;
    }

    /** Nothing more comes. */
    public JobRun end() {
        return pass(Long.MAX_VALUE);
    }

    /** Has all histories be as the first format of the state leaves them: nothing says what was told. */
    JobRun forgetWhatWasTold() {
        correlation.histories().forEach(JobRun::forgetAll);
        return this;
    }

    private static void forgetWhatWasTold(BucketMemory history, long index) {
        var bucket = history.bucket(index).orElseThrow();
        history.putBucket(index, new HistoryBucket(bucket.pages(), bucket.tail(), List.of(), false));
    }

    private static void forgetAll(InMemoryBuckets history) {
        history.indices().forEach(index -> forgetWhatWasTold(history, index));
    }

    /** The bodies of the standing alerts, by id. */
    public Map<String, String> standing() {
        return correlation.standing();
    }

    /** The bodies of the standing incidents, by id. */
    public Map<String, String> incidents() {
        return incidents.standing();
    }

    /** All changes of alerts so far. */
    List<AlertChange> changes() {
        return changes;
    }

    int count(Fate fate) {
        return correlation.count(fate);
    }

    int withdrawn() {
        return correlation.withdrawn();
    }

    int numbersMissing() {
        return correlation.numbersMissing();
    }

    int boundsReached() {
        return correlation.boundsReached();
    }

    /** How many entries the memories of hosts and groups hold. */
    public int size() {
        return correlation.size();
    }

    /** How many entries the memories of incidents hold. */
    int sizeOfIncidents() {
        return incidents.size();
    }
}
