package io.weir.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.rule.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An alert as a person reads it on a terminal: when, where, how bad; who started what, where it connected; which rules say so.
 * Everything that came in is shown by {@link Printable}: it may be hostile.
 *
 * @param headline one line: time, host, level, title
 * @param text the headline and what happened, several lines, the last one ended
 */
public record AlertStory(String headline, String text) {

    private static final int LONGEST = 160;
    private static final int KEY = 11;

    /**
     * The story of an alert.
     *
     * @param body as {@link AlertJson} wrote it
     */
    public static AlertStory of(String body) {
        try {
            var alert = AlertReader.body(body);
            var headline = headline(alert);
            return new AlertStory(headline, headline + "\n" + String.join("", lines(alert)));
        } catch (IOException e) {
            throw new UncheckedIOException("an alert's body is JSON", e);
        }
    }

    private static String headline(JsonNode alert) {
        var rule = alert.path("rule");
        return String.join(
                "  ",
                time(alert.path("last")),
                shown(alert.path("host").asText()),
                rule.path("level").asText().toUpperCase(Locale.ROOT),
                shown(rule.path("title").asText()));
    }

    private static List<String> lines(JsonNode alert) {
        var lines = new ArrayList<String>();
        alert.path("events").forEach(event -> lines.addAll(happened(event)));
        lineages(alert).forEach(lineage -> lines.add(line("lineage", lineage)));
        lines.add(line("rules", String.join(", ", rules(alert))));
        lines.add(line("alert", alert.path("id").asText()));
        return lines;
    }

    private static List<String> happened(JsonNode event) {
        var fields = event.path("fields");
        var time = time(event.path("time"));
        if (fields.has("DestinationIp")) {
            return List.of(line("connected", time + "  " + destination(fields) + by(fields)));
        }
        if (fields.has("CommandLine")) {
            return List.of(
                    line("started", time + "  " + image(fields) + user(fields)),
                    line("", shown(fields.path("CommandLine").asText())));
        }
        return List.of(line("event", time + "  " + what(fields) + by(fields)));
    }

    private static String destination(JsonNode fields) {
        var name = fields.path("DestinationHostname").asText("-");
        var port = fields.path("DestinationPort").asText("");
        return shown(fields.path("DestinationIp").asText())
                + (port.isEmpty() ? "" : " port " + shown(port))
                + (name.isEmpty() || name.equals("-") ? "" : " (" + shown(name) + ")");
    }

    private static String what(JsonNode fields) {
        return Stream.of("TargetFilename", "TargetObject", "Channel")
                        .map(field -> fields.path(field).asText())
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .map(AlertStory::shown)
                        .orElse("")
                + (fields.has("EventID")
                        ? "  EventID " + shown(fields.path("EventID").asText())
                        : "");
    }

    private static String image(JsonNode fields) {
        var image = fields.path("Image").asText(fields.path("NewProcessName").asText());
        return shown(image);
    }

    private static String by(JsonNode fields) {
        var image = image(fields);
        return image.isEmpty() ? "" : "  by " + image;
    }

    private static String user(JsonNode fields) {
        var user = fields.path("User").asText();
        return user.isEmpty() ? "" : "  as " + shown(user);
    }

    /** Who started whom; a lineage that another one goes on is not told twice. */
    private static List<String> lineages(JsonNode alert) {
        var all = StreamSupport.stream(alert.path("lineage").spliterator(), false)
                .map(AlertStory::lineage)
                .distinct()
                .toList();
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.startsWith(one + " > ")))
                .toList();
    }

    private static String lineage(JsonNode lineage) {
        var names = StreamSupport.stream(lineage.path("chain").spliterator(), false)
                .map(ancestor -> name(ancestor.path("image").asText("")))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        Collections.reverse(names);
        return (lineage.path("complete").asBoolean() ? "" : "… > ") + String.join(" > ", names);
    }

    private static String name(String image) {
        var name = image.substring(image.lastIndexOf('\\') + 1);
        return name.isEmpty() ? "?" : shown(name);
    }

    private static List<String> rules(JsonNode alert) {
        return StreamSupport.stream(alert.path("matched").spliterator(), false)
                .map(reason -> shown(reason.path("title").asText()))
                .distinct()
                .toList();
    }

    private static String line(String key, String text) {
        return "    " + key + " ".repeat(Math.max(1, KEY - key.length())) + text + "\n";
    }

    private static String time(JsonNode time) {
        return time.isTextual() ? shown(time.textValue()) : "(no time)";
    }

    private static String shown(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return Printable.of(cut);
    }
}
