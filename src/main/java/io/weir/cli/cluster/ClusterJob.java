package io.weir.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.cli.CommandError;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A job on a cluster.
 *
 * @param flink the cluster
 * @param id the job's
 */
public record ClusterJob(FlinkRest flink, String id) {

    private static final Set<String> OVER = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");
    private static final String NO_SLOTS = "NoResourceAvailableException";
    private static final int FAILURES_ENOUGH = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /** Whether a job of that state has ended. */
    static boolean isOver(String state) {
        return OVER.contains(state);
    }

    private JsonNode details() {
        return flink.get("/jobs/" + id);
    }

    /** How it is, in Flink's words. */
    public String state() {
        return details().path("state").asText();
    }

    /** Whether all its tasks run. */
    public boolean isRunning() {
        var details = details();
        boolean all = details.path("state").asText().equals("RUNNING");
        for (var vertex : details.path("vertices")) {
            all &= vertex.path("status").asText().equals("RUNNING");
        }
        return all;
    }

    /** How many checkpoints it has completed since it was submitted. */
    public long checkpoints() {
        return checkpoints("completed");
    }

    /** How many checkpoints of it have failed since it was submitted, or the job manager was started. */
    public long failedCheckpoints() {
        return checkpoints("failed");
    }

    private long checkpoints(String count) {
        return flink.get("/jobs/" + id + "/checkpoints").at("/counts/" + count).asLong();
    }

    /**
     * Waits until all of it runs and, where that is asked for, has saved its progress once. That nobody answers for a while, as when one job manager
     * takes over from another, is waited for, too.
     *
     * @throws CommandError where it ends, fails again and again, or takes too long
     */
    public void awaitRunning(Duration patience, boolean saved) {
        awaitRunning(patience, saved, FAILURES_ENOUGH);
    }

    /**
     * The same, and has saved its progress, however often it fails before: on a machine that is busy with other things it may.
     *
     * @throws CommandError where it ends, or takes too long
     */
    public void awaitRunningAtLast(Duration patience) {
        awaitRunning(patience, true, Integer.MAX_VALUE);
    }

    private void awaitRunning(Duration patience, boolean saved, int failuresEnough) {
        long giveUp = System.nanoTime() + patience.toNanos();
        for (var look = look(saved); !look.isUp(); look = look(saved)) {
            if (isOver(look.state()) || look.failures() >= failuresEnough) {
                throw new CommandError("job " + id + " does not come up: " + look.reason());
            }
            if (System.nanoTime() > giveUp) {
                throw new CommandError("job " + id + " is not up within " + patience.toSeconds() + " s, it is "
                        + look.state() + ": " + look.reason() + "; see " + flink.page(id));
            }
            pause();
        }
    }

    /**
     * How it is at one moment.
     *
     * @param isUp whether it is as it was waited for
     * @param failures how often it has failed
     * @param reason why it is not up
     */
    private record Look(boolean isUp, String state, int failures, String reason) {}

    private Look look(boolean saved) {
        try {
            var state = state();
            if (isRunning() && (!saved || checkpoints() > 0)) {
                return new Look(true, state, 0, "");
            }
            var failures = failures();
            return new Look(false, state, failures.path("entries").size(), reason(failures));
        } catch (CommandError e) { // No news of the job.
            return new Look(false, "unknown", 0, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode failures() {
        return flink.get("/jobs/" + id + "/exceptions").path("exceptionHistory");
    }

    /** Why it last failed, in one line: the innermost cause. */
    private String reason(JsonNode failures) {
        var trace = failures.at("/entries/0/stacktrace").asText();
        return trace.isEmpty() || trace.contains(NO_SLOTS) ? lacking(flink.get("/overview"), trace) : innermost(trace);
    }

    static String innermost(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("Caused by: ".length()))
                .or(() -> trace.lines().findFirst())
                .map(Start::said)
                .orElse("Flink gives no reason");
    }

    /** Why it may wait in vain: in the first minutes of a cluster Flink does not tell, and then in other words. */
    static String lacking(JsonNode overview, String trace) {
        return trace.isEmpty() && overview.path("slots-available").asInt(1) > 0
                ? "Flink gives no reason"
                : "too few slots are free of the "
                        + overview.path("slots-total").asInt()
                        + " that the cluster has; lower --parallelism, or end another job";
    }

    /**
     * Stops it with a savepoint.
     *
     * @param folder of savepoints, or empty for the one that the cluster is configured with
     * @return the savepoint
     * @throws CommandError where it can't be stopped; then it runs on
     */
    public String stop(String folder, Duration patience) {
        var body = folder.isEmpty() ? Map.of("drain", false) : Map.of("drain", false, "targetDirectory", folder);
        var trigger =
                flink.post("/jobs/" + id + "/stop", body).path("request-id").asText();
        long giveUp = System.nanoTime() + patience.toNanos();
        var answer = flink.get("/jobs/" + id + "/savepoints/" + trigger);
        while (!answer.at("/status/id").asText().equals("COMPLETED")) {
            if (System.nanoTime() > giveUp) {
                throw new CommandError("job " + id + " was not stopped within " + patience.toSeconds()
                        + " s, and may stop yet: see " + flink.page(id));
            }
            pause();
            answer = flink.get("/jobs/" + id + "/savepoints/" + trigger);
        }
        if (answer.at("/operation/location").isMissingNode()) {
            var cause = answer.at("/operation/failure-cause/stack-trace")
                    .asText()
                    .lines()
                    .findFirst();
            throw new CommandError(
                    "job " + id + " can't be stopped with a savepoint: " + cause.orElse("no reason given"));
        }
        return answer.at("/operation/location").asText();
    }

    /** Ends it without a savepoint, if it still runs, and waits until it has ended: its transactions must not meet those of the next. */
    void cancel(Duration patience) {
        if (isOver(state())) {
            return;
        }
        flink.patch("/jobs/" + id + "?mode=cancel");
        long giveUp = System.nanoTime() + patience.toNanos();
        while (!isOver(state())) {
            if (System.nanoTime() > giveUp) {
                throw new CommandError("job " + id + " does not end; see " + flink.page(id));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("interrupted", e);
        }
    }
}
