package io.weir.job.option;

import io.weir.correlate.Emission;
import io.weir.match.RuleSet;
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

    CorrelationSettings settings() {
        return new CorrelationSettings(stages, emission);
    }
}
