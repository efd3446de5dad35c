package io.weir.cli;

import io.weir.check.LoadedRules;
import io.weir.event.Event;
import java.util.Optional;

/** Shows which rules an event matched. */
interface MatchPrinter {

    /** How the matches of an event are shown, or none where it matched no rule. */
    Optional<String> show(Place place, Event event);

    /**
     * Where an event was read.
     *
     * @param file as the user wrote it
     * @param line counted from 1
     */
    record Place(String file, long line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** The forms that a user can choose. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs: one JSON object a line. */
        JSONL
    }

    /** The printer of that form. */
    static MatchPrinter of(Format format, LoadedRules rules) {
        return switch (format) {
            case TEXT -> new TextMatchPrinter(rules);
            case JSONL -> new JsonMatchPrinter(rules.rules());
        };
    }
}
