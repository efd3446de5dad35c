package io.weir.cli;

import static io.weir.cli.TypedCommand.run;
import static io.weir.cli.TypedCommand.weir;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.cli.TypedCommand.Ended;
import io.weir.cli.cluster.ClusterFolder;
import io.weir.cli.cluster.ClusterJob;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import io.weir.cli.scenario.Scenario;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code weir cluster}, {@code submit}, {@code upgrade} and {@code reprocess}, as a person types them: processes of their own, one of them
 * killed in the middle of an attack.
 */
@Timeout(420)
class ClusterIT {

    private static final long SEED = 11;
    private static final int EVENTS = 3_000;

    private static final List<String> JOB = List.of(
            "--rules",
            "rules",
            "--topic",
            StoryOnCluster.TOPIC,
            "--alerts-topic",
            StoryOnCluster.ALERTS,
            "--dead-letters-topic",
            "dead-letters",
            "--parallelism",
            "3",
            "--checkpoint-interval",
            "1s");

    /** In production a checkpoint waits five seconds for the next; and these processes live for a minute. */
    private static final List<String> IMPATIENT = List.of(
            "-D",
            "execution.checkpointing.min-pause=500 ms",
            "-D",
            "env.java.opts.jobmanager=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "-D",
            "env.java.opts.taskmanager=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    private static final Pattern METRIC = Pattern.compile("flink_[a-zA-Z0-9_:]+");
    private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/metrics");

    @TempDir
    Path temporary;

    @AfterEach
    void endWhatWasStarted() {
        run("cluster", "down", "--dir", folder());
    }

    @Test
    void alertsSurviveTheKillingOfATaskManagerAndUpgradesAndAreToldOnce() throws Exception {
        var cluster = new LocalCluster(Path.of(""), new ClusterFolder(Path.of(folder())), line -> {});
        var hidden = Scenario.generate(SEED, EVENTS, temporary.resolve("telemetry"));
        var story = StoryOnCluster.of(hidden, cluster);

        up();
        var job = submit(cluster);
        assertThat(cluster.flink()
                        .get("/jobs/" + job.id() + "/checkpoints/config")
                        .path("unaligned_checkpoints")
                        .asBoolean())
                .as("as flink-conf has it")
                .isTrue();
        story.sendFirstHalf();
        StoryOnCluster.awaitProgress(job);
        cluster.kill(Member.TASK_MANAGER_1);
        story.sendSecondHalf();
        var status = run("cluster", "status", "--dir", folder());
        up();

        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.said()).contains("taskmanager-1  is down");
        story.assertToldOnce();
        assertThat(weir("cluster", "status", "--dir", folder())).contains("running", job.id());
        assertThat(metricsThatAreWatched()).isNotEmpty().isSubsetOf(metrics());
        sendLettersThatAreNone();
        assertThat(deadLettersPutThroughAgain(cluster)).isEqualTo(hidden.unreadable());
        assertThat(deadLettersPutThroughAgain(cluster)).as("each once").isLessThanOrEqualTo(hidden.unreadable());

        assertThatTheJobRunsOn(upgrade("--topic", "nowhere"), job);
        assertThatTheNewOneRuns(upgrade("--parallelism", "1"));
        assertThatTheOldOneRunsAgain(run("upgrade", "--dir", folder(), "--jar", brokenJar()));
        story.assertToldOnce();
    }

    private static void assertThatTheJobRunsOn(Ended upgrade, ClusterJob job) {
        assertThat(upgrade.said()).contains("weir: the job runs on as it is: there is no topic nowhere");
        assertThat(upgrade.exit()).isEqualTo(2);
        assertThat(job.isRunning()).isTrue();
    }

    private static void assertThatTheNewOneRuns(Ended upgrade) {
        assertThat(upgrade.said())
                .contains("is stopped, its savepoint is file:/")
                .contains(" runs; its page is ");
        assertThat(upgrade.exit()).isZero();
    }

    private static void assertThatTheOldOneRunsAgain(Ended upgrade) {
        assertThat(upgrade.said()).contains("weir: back to the old jar ...").contains(" runs; its page is ");
        assertThat(upgrade.exit()).isEqualTo(1);
    }

    private Ended upgrade(String option, String value) {
        var arguments = new ArrayList<>(List.of("upgrade", "--dir", folder()));
        var job = new ArrayList<>(JOB);
        if (job.contains(option)) {
            job.set(job.indexOf(option) + 1, value);
        } else {
            job.addAll(List.of(option, value));
        }
        arguments.addAll(job);
        return run(arguments.toArray(String[]::new));
    }

    /** A jar without the job. */
    private String brokenJar() throws IOException {
        var file = temporary.resolve("broken.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("nothing.txt"));
        }
        return file.toString();
    }

    /** One is no telemetry, and has nothing to be put through; the other one is no letter. */
    private void sendLettersThatAreNone() throws IOException {
        var letter = Files.writeString(temporary.resolve("letter"), """
                {"reason":"the rules are refused","source":{"rules":"s3://rules/81c2.zip"},"bytes":""}
                no letter
                """);
        weir("cluster", "send", "--dir", folder(), "--topic", "dead-letters", letter.toString());
    }

    private int deadLettersPutThroughAgain(LocalCluster cluster) {
        var said = weir(
                "reprocess",
                "--bootstrap-servers",
                cluster.kafka().servers(),
                "--dead-letters-topic",
                "dead-letters",
                "--topic",
                StoryOnCluster.TOPIC);
        return Integer.parseInt(said.replaceAll("(?s).*weir: (\\d+) dead letters put into windows.*", "$1"));
    }

    /** The names that the dashboard and the alert rules have. */
    private static Set<String> metricsThatAreWatched() throws IOException {
        var names = new TreeSet<String>();
        for (var file : List.of("grafana-dashboard.json", "prometheus-alerts.yml")) {
            var found = METRIC.matcher(Files.readString(Path.of("flink-conf", file)));
            while (found.find()) {
                names.add(found.group());
            }
        }
        return names;
    }

    /** The names that the cluster's processes show, each at the address that its log tells. */
    private Set<String> metrics() throws Exception {
        var names = new TreeSet<String>();
        try (var logs = Files.list(temporary.resolve("cluster/log"))) {
            for (var log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                var address = ENDPOINT.matcher(Files.readString(log));
                while (address.find()) {
                    names.addAll(scrape(URI.create(address.group())));
                }
            }
        }
        return names;
    }

    /** None where it is that of the process that was killed. */
    private static Set<String> scrape(URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).build();
            var body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return body.lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.split(" ", -1)[2])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    private String folder() {
        return temporary.resolve("cluster").toString();
    }

    private void up() {
        var arguments =
                new ArrayList<>(List.of("cluster", "up", "--dir", folder(), "--ui-port", "0", "--kafka-port", "0"));
        arguments.addAll(IMPATIENT);
        assertThat(weir(arguments.toArray(String[]::new))).contains("Flink's web interface is at http://127.0.0.1:");
    }

    /** On both task managers: each has two slots. */
    private ClusterJob submit(LocalCluster cluster) {
        var arguments = new ArrayList<>(List.of("submit", "--dir", folder()));
        arguments.addAll(JOB);
        var said = weir(arguments.toArray(String[]::new));
        var page = said.lines()
                .filter(line -> line.contains("its page is " + cluster.flink().address()))
                .findFirst()
                .orElseThrow();
        return new ClusterJob(cluster.flink(), page.replaceAll(".*/running/(\\w+)/overview", "$1"));
    }
}
