package io.weir.cli;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.job.source.Line;
import io.weir.job.source.RecordLines;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Files of events that a user names with {@code --events}, read in their order. */
final class EventFiles {

    private final List<String> names;
    private final EventDecoder decoder = EventDecoder.standard();

    private EventFiles(List<String> names) {
        this.names = names;
    }

    /** What is done with an event. */
    interface Reader {
        void read(MatchPrinter.Place place, Event event);
    }

    /** The files of those names; each is there. */
    static EventFiles of(List<String> names) {
        names.forEach(EventFiles::requireFile);
        return new EventFiles(names);
    }

    private static void requireFile(String name) {
        var file = path(name);
        if (Files.isDirectory(file)) {
            throw new CommandError("--events: " + name + " is a folder; name the files in it");
        }
        if (!Files.exists(file)) {
            throw new CommandError("--events: no file " + name);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CommandError("--events: '" + name + "' is no path: " + e.getReason(), e);
        }
    }

    /** Reads all events; what can't be read goes to the tally. */
    void read(Tally tally, Reader reader) {
        names.forEach(name -> read(name, tally, reader));
    }

    private void read(String file, Tally tally, Reader reader) {
        try (var lines = RecordLines.of(Files.newInputStream(path(file)))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                read(line, new MatchPrinter.Place(file, line.first()), tally, reader);
            }
        } catch (AccessDeniedException e) {
            throw new CommandError("--events: " + file + " can't be read; may this user read it?", e);
        } catch (IOException e) {
            throw new CommandError("--events: " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    private void read(Line line, MatchPrinter.Place place, Tally tally, Reader reader) {
        if (!line.isWhole()) {
            tally.unreadable(place, line.problem());
            return;
        }
        if (line.isBlank()) {
            return;
        }
        var decoded = decoder.decode(line.bytes(), Stamp.NONE);
        decoded.undecodable().forEach(part -> tally.unreadable(place, part.reason()));
        for (Event event : decoded.events()) {
            tally.event();
            reader.read(place, event);
        }
    }
}
