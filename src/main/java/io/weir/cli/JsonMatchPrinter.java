package io.weir.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weir.event.Event;
import io.weir.match.RuleSet;
import io.weir.rule.DetectionRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Matches as JSON: {@code {"file":…,"line":…,"rules":[ids]}}, the ids sorted. */
final class JsonMatchPrinter implements MatchPrinter {

    private final RuleSet rules;
    private final JsonFactory json = new JsonFactory();

    JsonMatchPrinter(RuleSet rules) {
        this.rules = rules;
    }

    @Override
    public Optional<String> show(Place place, Event event) {
        var matching = rules.matching(event);
        return matching.isEmpty() ? Optional.empty() : Optional.of(object(place, matching));
    }

    private String object(Place place, List<DetectionRule> matching) {
        var text = new StringWriter();
        try (var object = json.createGenerator(text)) {
            write(place, matching, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Place place, List<DetectionRule> matching, JsonGenerator object) throws IOException {
        object.writeStartObject();
        object.writeStringField("file", place.file());
        object.writeNumberField("line", place.line());
        object.writeArrayFieldStart("rules");
        for (var rule : matching) {
            object.writeString(rule.header().id());
        }
        object.writeEndArray();
        object.writeEndObject();
    }
}
