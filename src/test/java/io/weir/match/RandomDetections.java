package io.weir.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/** Detections and events made by chance, small enough that they often meet. */
final class RandomDetections {

    private static final JsonNodeFactory JSON = new ObjectMapper().getNodeFactory();
    private static final List<String> FIELDS = List.of("A", "B", "C");
    private static final List<String> TEXTS = List.of(
            "", "a", "b", "ab", "Ab", "aB", "ba", "a*", "*b", "a?b", "a\\b", "\\", "\\*", "a\\\\*", "1", "12", "1.0",
            "true", "\n", "É", "é");
    private static final List<String> NEEDLES = List.of(
            "",
            "|contains",
            "|startswith",
            "|endswith",
            "|cased",
            "|contains|cased",
            "|startswith|cased",
            "|endswith|cased");

    private final Random random;

    RandomDetections(long seed) {
        this.random = new Random(seed);
    }

    /** A detection, and whether its condition is true, given which selections are. */
    record RandomDetection(ObjectNode selections, String condition, Predicate<Map<String, Boolean>> meaning) {
        JsonNode detection() {
            return selections.deepCopy().put("condition", condition);
        }
    }

    ObjectNode event() {
        var event = JSON.objectNode();
        for (var field : FIELDS) {
            if (random.nextInt(4) > 0) {
                event.set(field, random.nextInt(4) == 0 ? list(3) : held());
            }
        }
        return event;
    }

    private ArrayNode list(int most) {
        var list = JSON.arrayNode();
        for (int left = random.nextInt(most); left > 0; left--) {
            list.add(held());
        }
        return list;
    }

    private JsonNode held() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt(3));
            case 2 -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text() + (random.nextBoolean() ? text() : ""));
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    RandomDetection detection() {
        var selections = JSON.objectNode();
        for (var name : List.of("one", "two", "other", "_own")) {
            selections.set(name, selection());
        }
        var meaning = new LinkedHashMap<String, Predicate<Map<String, Boolean>>>();
        var condition = condition(3, meaning);
        return new RandomDetection(selections, condition, Objects.requireNonNull(meaning.get(condition)));
    }

    private JsonNode selection() {
        return switch (random.nextInt(5)) {
            case 0 -> JSON.arrayNode().add(map()).add(map());
            case 1 -> JSON.arrayNode().add(keyword()).add(keyword());
            default -> map();
        };
    }

    private JsonNode keyword() {
        return random.nextInt(4) == 0 ? JSON.numberNode(random.nextInt(3)) : JSON.textNode(text());
    }

    private ObjectNode map() {
        var map = JSON.objectNode();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            item(FIELDS.get(random.nextInt(FIELDS.size())), map);
        }
        return map;
    }

    private void item(String field, ObjectNode map) {
        var neq = random.nextInt(5) == 0 ? "|neq" : "";
        switch (random.nextInt(10)) {
            case 0 -> map.set(field + neq, JSON.nullNode());
            case 1 -> map.set(field + "|exists" + neq, JSON.booleanNode(random.nextBoolean()));
            case 2 ->
                map.set(field + (random.nextBoolean() ? "|lt" : "|gte") + neq, JSON.numberNode(random.nextInt(3)));
            case 3 -> map.set(field + neq, JSON.numberNode(random.nextInt(3)));
            case 4 -> map.set(field + neq, JSON.booleanNode(random.nextBoolean()));
            case 5 ->
                map.set(
                        field + "|re" + neq,
                        JSON.textNode(List.of("a", "^b", "a.*b", "[ab]+1", "^$").get(random.nextInt(5))));
            default -> needles(field, neq, map);
        }
    }

    private void needles(String field, String neq, ObjectNode map) {
        var modifiers = NEEDLES.get(random.nextInt(NEEDLES.size()));
        var values = JSON.arrayNode();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            values.add(text());
        }
        map.set(field + modifiers + (values.size() > 1 && random.nextBoolean() ? "|all" : "") + neq, values);
    }

    /** The text of a condition; what it means goes to the map, under that text. */
    private String condition(int depth, Map<String, Predicate<Map<String, Boolean>>> meaning) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(meaning);
        }
        var left = condition(depth - 1, meaning);
        var right = condition(depth - 1, meaning);
        var one = Objects.requireNonNull(meaning.get(left));
        var other = Objects.requireNonNull(meaning.get(right));
        return switch (random.nextInt(3)) {
            case 0 -> with("not (" + left + ")", one.negate(), meaning);
            case 1 -> with("(" + left + ") and (" + right + ")", one.and(other), meaning);
            default -> with("(" + left + ") or (" + right + ")", one.or(other), meaning);
        };
    }

    private String leaf(Map<String, Predicate<Map<String, Boolean>>> meaning) {
        return switch (random.nextInt(6)) {
            case 0 -> with("1 of them", truth -> is(truth, "one") || is(truth, "two") || is(truth, "other"), meaning);
            case 1 -> with("all of o*", truth -> is(truth, "one") && is(truth, "other"), meaning);
            case 2 -> with("1 of t*o", truth -> is(truth, "two"), meaning);
            case 3 -> with("_own", truth -> is(truth, "_own"), meaning);
            case 4 -> with("not one and two", truth -> !is(truth, "one") && is(truth, "two"), meaning);
            default ->
                with(
                        "one or two and other",
                        truth -> is(truth, "one") || (is(truth, "two") && is(truth, "other")),
                        meaning);
        };
    }

    private static boolean is(Map<String, Boolean> truth, String name) {
        return truth.getOrDefault(name, false);
    }

    private static String with(
            String text, Predicate<Map<String, Boolean>> means, Map<String, Predicate<Map<String, Boolean>>> meaning) {
        meaning.put(text, means);
        return text;
    }
}
