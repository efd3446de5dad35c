package io.weir.cli.soak;

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

    /** What people call it. */
    String label() {
        return label;
    }
}
