package io.weir.cli.cluster;

/** A process of a local cluster, in the order in which they start. */
public enum Member {
    ZOOKEEPER("zookeeper"),
    KAFKA("kafka"),
    JOB_MANAGER("jobmanager"),
    TASK_MANAGER_1("taskmanager-1"),
    TASK_MANAGER_2("taskmanager-2");

    private final String label;

    Member(String label) {
        this.label = label;
    }

    /** What its files are called, and what people call it. */
    public String label() {
        return label;
    }
}
