package io.weir.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which files of events a command reads: one option, the same wherever it is. */
final class EventsOption {

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Files of events in JSON, one a line or pretty-printed, or XML; compressed by gzip or not.")
    private List<String> names = List.of();

    /** The files; each is there. */
    EventFiles files() {
        return EventFiles.of(names);
    }
}
