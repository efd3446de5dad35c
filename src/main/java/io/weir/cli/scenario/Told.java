package io.weir.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.alert.AlertReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What alerts tell, in the words in which a {@link HiddenStory} says what they must. */
public final class Told {

    private static final Map<String, PackRule> RULES =
            Stream.of(PackRule.values()).collect(Collectors.toMap(PackRule::id, Function.identity()));

    private Told() {}

    /** What the bodies of standing alerts tell, sorted; each is of a rule of the pack. */
    public static List<ExpectedAlert> by(List<String> bodies) {
        return bodies.stream().map(Told::by).sorted().toList();
    }

    /** Whether the alert is of a rule that a scenario has something for; the pack may have more. */
    public static boolean isOfAStory(String body) {
        return RULES.containsKey(read(body).at("/rule/id").asText());
    }

    private static ExpectedAlert by(String body) {
        var alert = read(body);
        var rule = alert.at("/rule/id").asText();
        if (!RULES.containsKey(rule)) {
            throw new IllegalArgumentException("an alert of rule " + rule + ", which the scenario has nothing for");
        }
        return new ExpectedAlert(RULES.get(rule), alert.path("host").asText(), process(alert));
    }

    private static String process(JsonNode alert) {
        var first = alert.at("/group/process");
        return (first.isTextual() ? first : alert.at("/lineage/0/process")).asText();
    }

    private static JsonNode read(String body) {
        try {
            return AlertReader.body(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
