package io.weir.cli.soak;

import io.weir.cli.CommandError;
import io.weir.cli.cluster.ClusterJob;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Lets things go wrong, and puts them right as whoever runs the cluster would: a process that is gone is started again.
 *
 * @param cluster to which it happens
 * @param job that runs on it
 * @param disk for checkpoints
 * @param sender who sends what is no event
 * @param random which of several it hits, and for how long
 */
record FaultInjector(LocalCluster cluster, String job, CheckpointDisk disk, Sender sender, Random random) {

    private static final List<Member> TASK_MANAGERS = List.of(Member.TASK_MANAGER_1, Member.TASK_MANAGER_2);
    private static final int SLOW_ROUNDS = 5;
    private static final int SLOW_MILLIS = 900;
    private static final int QUICK_MILLIS = 150;
    private static final int MOST_FAILURES = 5;
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final int LOOK_MILLIS = 200;

    void inject(Fault fault) {
        var worker = TASK_MANAGERS.get(random.nextInt(TASK_MANAGERS.size()));
        switch (fault) {
            case KILL_TASK_MANAGER -> killed(worker);
            case KILL_JOB_MANAGER -> killed(Member.JOB_MANAGER);
            case KILL_BROKER -> killed(Member.KAFKA);
            case FREEZE_TASK_MANAGER -> frozen(worker);
            case SLOW_BROKER -> slow();
            case FULL_DISK -> full();
            case POISON -> sender.poison(Poison.letters());
        }
    }

    private void killed(Member member) {
        cluster.kill(member);
        pause(random.nextInt(2_000));
        cluster.start(member);
    }

    /** For longer than a hang is waited for, or for less. */
    private void frozen(Member member) {
        cluster.freeze(member);
        pause(3_000 + random.nextInt(7_000));
        cluster.thaw(member);
        if (!cluster.isRunning(member)) {
            cluster.start(member); // It has heard that it was given up.
        }
    }

    private void slow() {
        for (int i = 0; i < SLOW_ROUNDS; i++) {
            cluster.freeze(Member.KAFKA);
            pause(SLOW_MILLIS);
            cluster.thaw(Member.KAFKA);
            pause(QUICK_MILLIS);
        }
    }

    /** Until some checkpoints have failed: more than are tolerated, or fewer. */
    private void full() {
        int more = 1 + random.nextInt(MOST_FAILURES);
        var before = failedCheckpoints();
        long end = System.nanoTime() + FULL.toNanos();
        disk.fill();
        while (System.nanoTime() < end && !haveFailed(before, more)) {
            pause(LOOK_MILLIS);
        }
        disk.empty();
    }

    private boolean haveFailed(OptionalLong before, int more) {
        var now = failedCheckpoints();
        return before.isPresent() && now.isPresent() && now.getAsLong() >= before.getAsLong() + more;
    }

    /** None where nobody answers: the fault before this one, or this one, may keep the job manager from it. */
    private OptionalLong failedCheckpoints() {
        try {
            return OptionalLong.of(new ClusterJob(cluster.flink(), job).failedCheckpoints());
        } catch (CommandError e) {
            return OptionalLong.empty();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("interrupted", e);
        }
    }
}
