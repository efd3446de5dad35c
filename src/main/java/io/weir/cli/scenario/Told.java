package io.weir.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.alert.AlertReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What a standing alert tells, or nothing where it is of a rule that no scenario has anything for; the pack has more of them. */
    public static Optional<ExpectedAlert> ofAStory(String body) {
        var alert = read(body);
        return Optional.ofNullable(RULES.get(alert.at("/rule/id").asText()))
                .map(rule -> new ExpectedAlert(rule, alert.path("host").asText(), process(alert)));
    }

    private static ExpectedAlert by(String body) {
        return ofAStory(body)
                .orElseThrow(() -> new IllegalArgumentException("an alert that the scenario has nothing for: " + body));
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
