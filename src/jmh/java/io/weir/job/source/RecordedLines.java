package io.weir.job.source;

import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Lines of files in the order in which a broker would have got them: by event time. Recordings of years joined in the order of their names would be late. */
public final class RecordedLines {

    private RecordedLines() {}

    /**
     * A line of a file, which is one record of a topic.
     *
     * @param bytes as they stand
     * @param host whose first event it is, or empty
     * @param time of that event, in microseconds; the least where it has none
     */
    public record Recorded(byte[] bytes, String host, long time) {}

    /** All of the files' lines that are not empty, each once, sorted by time: recordings overlap. */
    public static List<Recorded> of(List<Path> files) throws IOException {
        var decoder = EventDecoder.standard();
        var seen = new HashSet<ByteBuffer>();
        var lines = new ArrayList<Recorded>();
        for (var file : files) {
            try (var reader = LineReader.open(
                    new org.apache.flink.core.fs.Path(file.toUri()),
                    LineFormat.standard().longestLine())) {
                for (var line = reader.next(); line != null; line = reader.next()) {
                    if (line.bytes().length > 0 && seen.add(ByteBuffer.wrap(line.bytes()))) {
                        lines.add(recorded(line.bytes(), decoder));
                    }
                }
            }
        }
        lines.sort(Comparator.comparingLong(Recorded::time));
        return lines;
    }

    private static Recorded recorded(byte[] bytes, EventDecoder decoder) {
        return decoder.decode(bytes, Stamp.NONE).events().stream()
                .findFirst()
                .map(event -> recorded(bytes, event))
                .orElseGet(() -> new Recorded(bytes, "", Stamp.NONE.micros()));
    }

    private static Recorded recorded(byte[] bytes, Event event) {
        return new Recorded(bytes, event.host().name(), event.time().micros());
    }
}
