package io.weir.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.Streams;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code weir cluster status}: which processes run, and which jobs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says which processes run and which jobs are on the cluster.",
        footer = {"", "Exit code: 0 all of it runs, 1 something does not, 2 usage or input error."})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_UP = 1;

    private final Streams streams;

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    StatusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var cluster = options.cluster(streams);
        if (!cluster.isThere()) {
            streams.say("there is no cluster in " + cluster.folder().root() + "; start one: weir cluster up");
            return NOT_UP;
        }
        boolean isUp = true;
        for (var member : Member.values()) {
            isUp &= cluster.isRunning(member);
            print(line(cluster, member));
        }
        if (cluster.isRunning(Member.JOB_MANAGER)) {
            print("web interface  " + cluster.flink().address());
            cluster.flink().get("/jobs/overview").path("jobs").forEach(job -> print(line(job)));
        }
        return isUp ? ExitCode.OK : NOT_UP;
    }

    private static String line(LocalCluster cluster, Member member) {
        int port = cluster.ports().of(member);
        return String.format(
                "%-14s %-8s %s%s",
                member.label(),
                cluster.isRunning(member) ? "runs" : "is down",
                cluster.isRunning(member)
                        ? "pid " + cluster.pid(member)
                        : "log " + cluster.folder().log(member),
                port == 0 ? "" : "  port " + port);
    }

    private static String line(JsonNode job) {
        return String.format(
                "job            %-8s %s  %s",
                job.path("state").asText().toLowerCase(Locale.ROOT),
                job.path("jid").asText(),
                job.path("name").asText());
    }

    private void print(String line) {
        streams.print(line);
    }
}
