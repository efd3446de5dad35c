package io.weir.job;

import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.match.LiveRules;
import io.weir.match.LiveRules.Version;
import java.io.IOException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that events are matched by, and that they were put in force, told as a line in the log and as metrics: those that came with the job, or what a
 * {@link RuleStore} names, whenever it names others.
 */
final class MatchingRules implements AutoCloseable {

    /** How many rules are in force. */
    static final String RULES = "rulesInForce";

    /** Labelled with a version: 1 where it is in force, 0 where it was. */
    static final String VERSION = "inForce";

    private static final String LABEL = "rules";
    private static final int MOST_VERSIONS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(MatchingRules.class);

    private final LiveRules live;
    private final RuleSetSource source;
    private final MetricGroup group;
    private final Set<String> told = new HashSet<>();
    private volatile Version current; // Read by who reports metrics.

    private MatchingRules(LiveRules live, RuleSetSource source, MetricGroup group) {
        this.live = live;
        this.source = source;
        this.group = group;
        this.current = live.current();
        group.gauge(RULES, (Gauge<Integer>) () -> size(current));
        tell(current);
    }

    /** Those that came with the job, for ever; what is counted where there are others is there, so that who watches it need not know. */
    static MatchingRules shipped(RuleSetSource source, MetricGroup group) {
        group.counter(RuleWatch.REFUSED);
        group.counter(RuleWatch.UNREAD);
        var first = new Version(Ruled.SHIPPED, source.compile());
        return new MatchingRules(new LiveRules(first, MatchingRules::unexpected), source, group);
    }

    private static void unexpected(Throwable failure) {
        throw new IllegalStateException("nobody replaces these rules", failure);
    }

    /**
     * Those that a store names.
     *
     * @param watch that looks into it
     * @param remembered the version that was in force before a restart
     */
    static MatchingRules watched(RuleWatch watch, OptionalLong remembered, MetricGroup group) throws IOException {
        var live = new LiveRules(watch.first(remembered), watch::refuse);
        watch.start(live);
        return new MatchingRules(live, watch.source(), group);
    }

    private static int size(Version version) {
        return version.rules().detections().size()
                + version.rules().correlations().size();
    }

    /** The rules for the next event. */
    Version current() {
        var now = live.current();
        if (now.id() != current.id()) {
            current = now;
            tell(now);
        }
        return now;
    }

    private void tell(Version version) {
        var name = source.name(version.id());
        LOG.info("rules {} are in force, {} rules", name, size(version));
        if (told.size() < MOST_VERSIONS && told.add(name)) {
            group.addGroup(LABEL, name).gauge(VERSION, (Gauge<Integer>) () -> isCurrent(name) ? 1 : 0);
        }
    }

    private boolean isCurrent(String name) {
        return source.name(current.id()).equals(name);
    }

    @Override
    public void close() {
        live.close();
    }
}
