package io.weir.job;

/** The uid of every operator: savepoints find their state by it, so none changes once it is released. */
public final class Uid {

    /** The source of telemetry. */
    public static final String SOURCE = "telemetry";

    /** What matches rules. */
    public static final String MATCH = "match";

    /** What knows a host. */
    public static final String HOST = "host";

    /** What writes alerts to a topic. */
    public static final String ALERT_TOPIC = "alert-topic";

    /** What writes alerts to a folder. */
    public static final String ALERT_FOLDER = "alert-folder";

    /** What shows alerts on the terminal. */
    public static final String ALERT_TERMINAL = "alert-terminal";

    /** What gathers alerts into incidents. */
    public static final String INCIDENTS = "incidents";

    /** What writes incidents to a topic. */
    public static final String INCIDENT_TOPIC = "incident-topic";

    /** What writes incidents to a folder. */
    public static final String INCIDENT_FOLDER = "incident-folder";

    /** What shows incidents on the terminal. */
    public static final String INCIDENT_TERMINAL = "incident-terminal";

    /** What writes events that came too late to a topic. */
    public static final String LATE_TOPIC = "late-topic";

    /** What writes events that came too late to a folder. */
    public static final String LATE_FOLDER = "late-folder";

    /** What takes the dead letters away, but to a folder. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** What writes dead letters to a folder: its state is of another kind than a topic's, and neither reads the other's. */
    public static final String DEAD_LETTER_FOLDER = "dead-letter-folder";

    private Uid() {}

    /**
     * A stage that correlates by group.
     *
     * @param level 1 for what refers to detections alone, then one more for each correlation between
     */
    public static String correlate(int level) {
        return "correlate-" + level;
    }
}
