package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlinkRunTest {

    @Test
    void aJobHasTheCheckpointsThatTheClusterIsConfiguredWith() {
        var configuration = Map.of(
                "execution.checkpointing.unaligned.enabled", "true",
                "execution.checkpointing.aligned-checkpoint-timeout", "10 s",
                "pipeline.max-parallelism", "128",
                "parallelism.default", "2",
                "pipeline.jars", "file:///elsewhere.jar",
                "rest.port", "8081");

        assertThat(FlinkRun.ofTheJob(configuration))
                .containsExactly(
                        "-Dexecution.checkpointing.aligned-checkpoint-timeout=10 s",
                        "-Dexecution.checkpointing.unaligned.enabled=true",
                        "-Dparallelism.default=2",
                        "-Dpipeline.max-parallelism=128");
    }
}
