package io.weir.job.option;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long Weir waits and remembers. */
public final class TimeOptions {

    @Option(
            names = "--lateness",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description =
                    "How far behind the watermark an event still corrects what stands (default: ${DEFAULT-VALUE}).")
    private Duration lateness = Duration.ofHours(24);

    @Option(
            names = "--lineage-horizon",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How far back who started whom is known (default: ${DEFAULT-VALUE}).")
    private Duration lineageHorizon = Duration.ofHours(24);

    @Option(
            names = "--disorder",
            paramLabel = "DURATION",
            defaultValue = "150s",
            converter = DurationConverter.class,
            description = "How far events of one partition may lie apart from their order (default: ${DEFAULT-VALUE}).")
    private Duration disorder = Duration.ofSeconds(150);

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description =
                    "After how long without a record a partition no longer holds the others (default: ${DEFAULT-VALUE}).")
    private Duration idle = Duration.ofSeconds(60);

    @Option(
            names = "--align",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description =
                    "How far one partition may be ahead of the others before it waits for them, which bounds what state holds of a replay;"
                            + " live, all would wait for a collector that catches up (default: ${DEFAULT-VALUE}, no partition waits).")
    private Duration align = Duration.ZERO;

    TimeSettings settings() {
        return new TimeSettings(lateness, lineageHorizon, disorder, idle, align);
    }
}
