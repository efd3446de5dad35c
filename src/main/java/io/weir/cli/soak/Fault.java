package io.weir.cli.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Something that goes wrong. */
enum Fault {
    KILL_TASK_MANAGER("a task manager is killed"),
    KILL_JOB_MANAGER("the job manager is killed"),
    KILL_BROKER("the broker is killed"),
    FREEZE_TASK_MANAGER("a task manager hangs"),
    SLOW_BROKER("the broker is slow"),
    FULL_DISK("the disk for checkpoints is full"),
    POISON("records that are no events");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** So many faults in random order, each kind as often as any other, or once less. */
    static List<Fault> dealt(List<Fault> kinds, int number, Random random) {
        var dealt = new ArrayList<Fault>();
        while (dealt.size() < number) {
            var deck = new ArrayList<>(kinds);
            Collections.shuffle(deck, random);
            dealt.addAll(deck.subList(0, Math.min(deck.size(), number - dealt.size())));
        }
        return dealt;
    }

    /** What people call it. */
    String label() {
        return label;
    }
}
