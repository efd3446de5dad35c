package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A run of rsigma over rules and events. An event is given once for each log source that it is of, and says which one that is; so rsigma
 * leaves out the rules of others.
 */
final class Rsigma implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "weir.source";
    private static final String NUMBER = "weir.number";
    private static final String SERVICE = "weir.service";
    private static final String CATEGORY = "weir.category";

    private final Path answers;
    private final Process process;
    private final Writer events;

    /** That a rule matches an event in one of its log sources. */
    record Answer(Place place, String category, String rule) {}

    Rsigma(String binary, Path rules, Path answers) throws IOException {
        this.answers = answers;
        this.process = new ProcessBuilder(
                        binary,
                        "--quiet",
                        "--no-stats",
                        "--output-format=ndjson",
                        "engine",
                        "eval",
                        "--rules=" + rules,
                        "--input-format=json",
                        "--include-event",
                        "--logsource-routing",
                        "--event-logsource=product=windows",
                        "--logsource-field-map=service=" + SERVICE + ",category=" + CATEGORY)
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.events = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8), 1 << 16);
    }

    /** Gives it an event as the rules of that log source see it. */
    void look(Place place, LogSourceMap.View view, ObjectNode fields) throws IOException {
        var seen = view.of(fields)
                .put(SOURCE, place.source())
                .put(NUMBER, place.number())
                .put(SERVICE, view.service())
                .put(CATEGORY, view.category());
        events.write(JSON.writeValueAsString(seen));
        events.write('\n');
    }

    /** What it says to all that it was given; there is no more to be given after that. */
    Set<Answer> answers() throws IOException, InterruptedException {
        events.close();
        assertThat(process.waitFor()).as("exit code of rsigma").isZero();
        var found = new HashSet<Answer>();
        try (var lines = Files.newBufferedReader(answers, UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var answer = JSON.readTree(line);
                var event = answer.get("event");
                found.add(new Answer(
                        new Place(
                                event.get(SOURCE).textValue(), event.get(NUMBER).intValue()),
                        event.get(CATEGORY).textValue(),
                        answer.get("rule_id").textValue()));
            }
        }
        return found;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
