package io.weir.job.option;

import io.weir.correlate.Emission;
import io.weir.incident.IncidentBounds;
import io.weir.match.RuleSet;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How correlations are run. */
public final class CorrelationOptions {

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

    @Mixin
    private StateOptions state = new StateOptions();

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

    CorrelationSettings settings() {
        TimeSettings.requireWithin("--incident-gap", incidentGap);
        TimeSettings.requireWithin("--session-gap", sessionGap);
        return new CorrelationSettings(
                stages, emission, state.bounds(), new IncidentBounds(incidentGap, sessionGap, state.incidentAlerts()));
    }
}
