package io.weir.job.option;

import io.weir.correlate.Emission;
import io.weir.correlate.Horizons;
import io.weir.incident.IncidentBounds;
import io.weir.job.UserError;
import io.weir.match.RuleSet;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How correlations are run. */
public final class CorrelationOptions {

    private static final int MOST_ALERTS = 10_000;

    @Option(
            names = "--correlation-stages",
            paramLabel = "NUMBER",
            defaultValue = "" + RuleSet.DEFAULT_STAGES,
            description = "How long a chain of correlations of correlations may be (default: ${DEFAULT-VALUE}).")
    private int stages = RuleSet.DEFAULT_STAGES;

    @Option(
            names = "--emit",
            paramLabel = "early|settled",
            defaultValue = "early",
            converter = EmissionConverter.class,
            description =
                    "Tell alerts as soon as their events are there, or only once the watermark has passed them, so that"
                            + " fewer are withdrawn (default: ${DEFAULT-VALUE}).")
    private Emission emission = Emission.EARLY;

    @Option(
            names = "--group-events",
            paramLabel = "NUMBER",
            defaultValue = "" + Horizons.GROUP_EVENTS,
            description = "How many events of one group are kept for each timespan; alerts of a group that is full say so"
                    + " (default: ${DEFAULT-VALUE}).")
    private int groupEvents = Horizons.GROUP_EVENTS;

    @Option(
            names = "--incident-gap",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How long after the last alert of a process tree a further one is part of the same incident"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration incidentGap = IncidentBounds.DEFAULT.treeGap();

    @Option(
            names = "--session-gap",
            paramLabel = "DURATION",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description = "The same of a logon session, and of all else that ties alerts (default: ${DEFAULT-VALUE}).")
    private Duration sessionGap = IncidentBounds.DEFAULT.sessionGap();

    @Option(
            names = "--incident-alerts",
            paramLabel = "NUMBER",
            defaultValue = "1000",
            description = "How many alerts one incident takes; what goes on opens another (default: ${DEFAULT-VALUE}).")
    private int incidentAlerts = IncidentBounds.DEFAULT.mostAlerts();

    CorrelationSettings settings() {
        if (incidentAlerts < 1 || incidentAlerts > MOST_ALERTS) {
            throw new UserError("--incident-alerts is 1 to " + MOST_ALERTS + ", found " + incidentAlerts);
        }
        TimeSettings.requireWithin("--incident-gap", incidentGap);
        TimeSettings.requireWithin("--session-gap", sessionGap);
        return new CorrelationSettings(stages, emission, groupEvents, new IncidentBounds(incidentGap, sessionGap, incidentAlerts));
    }
}
