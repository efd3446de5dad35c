package io.weir.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.alert.AlertReader;
import io.weir.event.ShownText;
import io.weir.rule.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An incident as a person reads it on a terminal: since when, where, how bad; what was reached when, by which rules. What came in is shown by
 * {@link Printable}: it may be hostile.
 *
 * @param headline one line: time, host, level, how many alerts, title
 * @param text the headline and the stages, several lines, the last one ended
 * @param gist its level and how many stages were reached
 * @param alerts how many alerts it has
 */
public record IncidentStory(String headline, String text, String gist, int alerts) {

    private static final int MOST_STAGES = 20;
    private static final int LONGEST = 160;

    /**
     * The story of an incident.
     *
     * @param body as {@link IncidentJson} wrote it
     */
    public static IncidentStory of(String body) {
        try {
            var incident = AlertReader.body(body);
            var headline = headline(incident);
            return new IncidentStory(
                    headline,
                    headline + "\n" + String.join("", lines(incident)),
                    incident.path("level").asText() + incident.path("stages").size(),
                    incident.path("count").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException("an incident's body is JSON", e);
        }
    }

    private static String headline(JsonNode incident) {
        return String.join(
                "  ",
                shown(incident.path("first")),
                shown(incident.path("host")),
                shown(incident.path("level")).toUpperCase(Locale.ROOT),
                "INCIDENT of " + alerts(incident.path("count")),
                shown(incident.path("title")));
    }

    private static List<String> lines(JsonNode incident) {
        var stages = stream(incident.path("stages")).limit(MOST_STAGES).map(IncidentStory::stage);
        int more = incident.path("stages").size() - MOST_STAGES;
        var rest = Stream.of(more > 0 ? "    and " + more + " more\n" : "");
        var tactics = stream(incident.path("tactics")).map(IncidentStory::shown).collect(Collectors.joining(", "));
        var told = Stream.of(
                "    tactics    " + (tactics.isEmpty() ? "none named" : tactics) + "\n",
                "    incident   " + shown(incident.path("id")) + "\n");
        return Stream.of(stages, rest, told).flatMap(lines -> lines).toList();
    }

    private static String stage(JsonNode stage) {
        var rule = stage.path("rule");
        return "    stage      " + shown(stage.path("first")) + "  "
                + shown(rule.path("level")) + "  "
                + shown(rule.path("title"))
                + "  (" + alerts(stage.path("alerts")) + ")\n";
    }

    private static String alerts(JsonNode count) {
        return count.asInt() == 1 ? "1 alert" : count.asInt() + " alerts";
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String shown(JsonNode text) {
        return Printable.of(ShownText.of(text.asText(), LONGEST));
    }
}
