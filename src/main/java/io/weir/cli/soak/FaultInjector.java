package io.weir.cli.soak;

import io.weir.cli.CommandError;
import io.weir.cli.cluster.LocalCluster;
import io.weir.cli.cluster.Member;
import java.util.List;
import java.util.Random;

/**
 * Lets things go wrong, and puts them right as whoever runs the cluster would: a process that is gone is started again.
 *
 * @param cluster to which it happens
 * @param disk for checkpoints
 * @param sender who sends what is no event
 * @param random which of several it hits, and for how long
 */
record FaultInjector(LocalCluster cluster, CheckpointDisk disk, Sender sender, Random random) {

    private static final List<Member> TASK_MANAGERS = List.of(Member.TASK_MANAGER_1, Member.TASK_MANAGER_2);
    private static final int SLOW_ROUNDS = 8;
    private static final int SLOW_MILLIS = 900;
    private static final int QUICK_MILLIS = 150;

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
        pause(random.nextInt(3_000));
        cluster.start(member);
    }

    /** For longer than a hang is waited for, or for less. */
    private void frozen(Member member) {
        cluster.freeze(member);
        pause(4_000 + random.nextInt(10_000));
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

    private void full() {
        disk.fill();
        pause(8_000);
        disk.empty();
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
