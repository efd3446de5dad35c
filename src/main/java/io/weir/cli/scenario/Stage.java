package io.weir.cli.scenario;

import java.util.ArrayList;
import java.util.List;

/** Where scenes are played: they put events on the timeline, and what must be found is written down. */
final class Stage {

    private final Timeline timeline;
    private final List<ExpectedAlert> expected = new ArrayList<>();

    Stage(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Lets an event happen that no rule of the pack alerts on. */
    boolean happens(Observation event) {
        return timeline.add(event);
    }

    /** Lets an event happen that those rules must alert on: of its process, each by itself. */
    void happens(Observation event, Running process, PackRule... rules) {
        if (happens(event)) {
            for (var rule : rules) {
                expects(rule, event.machine(), process);
            }
        }
    }

    /** Writes down that a correlation must find something that began with that process. */
    void expects(PackRule rule, Machine machine, Running process) {
        expected.add(new ExpectedAlert(rule, machine.name(), process.guid().plain()));
    }

    /** Starts a process whose start alone is worth no alert; what it is part of, the scene says. */
    Running starts(Machine machine, Running parent, Program program, String commandLine, long time) {
        var process = machine.start(program, commandLine, parent, time);
        happens(Sysmon.started(machine, process, parent, time));
        return process;
    }

    /** Starts one of the four binaries, which is worth an alert in itself. */
    Running startsLolbin(Machine machine, Running parent, Program program, String commandLine, long time) {
        var process = machine.start(program, commandLine, parent, time);
        happens(Sysmon.started(machine, process, parent, time), process, PackRule.LOLBIN_EXECUTION);
        return process;
    }

    List<ExpectedAlert> expected() {
        return List.copyOf(expected);
    }
}
