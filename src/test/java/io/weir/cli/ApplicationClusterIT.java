package io.weir.cli;

import static io.weir.cli.TypedCommand.run;
import static io.weir.cli.TypedCommand.weir;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.cli.cluster.ClusterFolder;
import io.weir.cli.cluster.ClusterJob;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import io.weir.cli.scenario.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir cluster up --application}: Flink's application mode, whose job manager is killed in the middle of an attack. */
@Timeout(300)
class ApplicationClusterIT {

    private static final long SEED = 12;
    private static final int EVENTS = 1_000;

    @TempDir
    Path temporary;

    @AfterEach
    void endWhatWasStarted() {
        run("cluster", "down", "--dir", folder());
    }

    @Test
    void theJobIsThereFromTheStartAndGoesOnWhenItsJobManagerWasKilled() throws Exception {
        var cluster = new LocalCluster(Path.of(""), new ClusterFolder(Path.of(folder())), line -> {});
        var id = id(start());
        var job = new ClusterJob(cluster.flink(), id);
        var story = StoryOnCluster.of(Scenario.generate(SEED, EVENTS, temporary.resolve("telemetry")), cluster);

        story.sendFirstHalf();
        StoryOnCluster.awaitProgress(job);
        cluster.kill(Member.JOB_MANAGER);
        story.sendSecondHalf();

        assertThat(id(weir("cluster", "up", "--dir", folder()))).isEqualTo(id);
        story.assertToldOnce();
        assertThat(run("submit", "--dir", folder(), "--rules", "rules").said()).contains("is in application mode");
    }

    private String start() {
        return weir(
                "cluster",
                "up",
                "--dir",
                folder(),
                "--ui-port",
                "0",
                "--kafka-port",
                "0",
                "-D",
                "execution.checkpointing.min-pause=500 ms",
                "-D",
                "env.java.opts.jobmanager=-XX:TieredStopAtLevel=1",
                "-D",
                "env.java.opts.taskmanager=-XX:TieredStopAtLevel=1",
                "--application",
                "--rules",
                "rules",
                "--topic",
                StoryOnCluster.TOPIC,
                "--alerts-topic",
                StoryOnCluster.ALERTS,
                "--dead-letters-topic",
                "dead-letters",
                "--parallelism",
                "2",
                "--checkpoint-interval",
                "1s");
    }

    private static String id(String said) {
        return said.replaceAll("(?s).*weir: job (\\p{XDigit}{32}) runs; its page is .*", "$1");
    }

    private String folder() {
        return temporary.resolve("cluster").toString();
    }
}
