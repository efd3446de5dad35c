package io.weir.cli.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * What a scenario's files hold.
 *
 * @param files one a collector, in the order of their names
 * @param alerts those that must stand, no others, sorted; one is there several times where a process has several alerts of one rule
 * @param events how many different events there are
 * @param repeated how many lines repeat an event that another line holds
 * @param unreadable how many lines are no event
 */
public record HiddenStory(List<Path> files, List<ExpectedAlert> alerts, int events, int repeated, int unreadable) {
    public HiddenStory {
        files = files.stream().sorted().toList();
        alerts = alerts.stream().sorted().toList();
    }

    /** How many lines the files have together. */
    public int lines() {
        return events + repeated + unreadable;
    }
}
