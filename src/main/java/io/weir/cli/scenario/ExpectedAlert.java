package io.weir.cli.scenario;

import java.util.Comparator;

/**
 * An alert that must stand once the scenario's files have been read with the rules of the pack.
 *
 * @param rule which rule's
 * @param host the computer's name in lower case
 * @param process of a single event its process, of a correlation the process of its first step: the GUID in lower case without braces, or
 *     empty where the event has none
 */
public record ExpectedAlert(PackRule rule, String host, String process) implements Comparable<ExpectedAlert> {

    private static final Comparator<ExpectedAlert> ORDER = Comparator.comparing(ExpectedAlert::rule)
            .thenComparing(ExpectedAlert::host)
            .thenComparing(ExpectedAlert::process);

    /** By rule, host and process. */
    @Override
    public int compareTo(ExpectedAlert other) {
        return ORDER.compare(this, other);
    }
}
