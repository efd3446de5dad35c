package io.weir.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An event made up for a rule: it has what a tree of pySigma asks for, as far as that can be told from single values, and is then
 * perhaps changed a little.
 */
final class Witness {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FILLERS = List.of("", "x", " y ", "0", "\\", "\u00e9");

    private static final JsonNode SOMETHING =
            JSON.objectNode().set("text", JSON.arrayNode().add(0));

    /** The field that keywords are put into. */
    private static final String KEYWORDS = "Payload";

    private final Random random;
    private final Map<String, List<JsonNode>> wanted = new TreeMap<>();

    Witness(Random random) {
        this.random = random;
    }

    /** Fields in which the tree should be true, or false; what a tree forbids is left out rather than contradicted. */
    Witness of(JsonNode tree, boolean holds) {
        if (tree.has("not")) {
            return of(tree.get("not"), !holds);
        } else if (tree.has("is")) {
            want(tree, holds);
        } else if (tree.has("and") == holds) {
            (tree.has("and") ? tree.get("and") : tree.get("or")).forEach(part -> of(part, holds));
        } else {
            var parts = tree.has("and") ? tree.get("and") : tree.get("or");
            of(parts.get(random.nextInt(parts.size())), holds);
        }
        return this;
    }

    /** What is not to be null is something. */
    private void want(JsonNode test, boolean holds) {
        var value = test.get("is");
        if (holds || value.has("null")) {
            var field = test.has("field") ? test.get("field").textValue() : KEYWORDS;
            wanted.computeIfAbsent(field, unused -> new ArrayList<>()).add(holds ? value : SOMETHING);
        }
    }

    /** Fields in which some part of the tree holds, wherever it stands: what a filter lets pass, and halves of selections. */
    Witness ofSomePart(JsonNode tree) {
        var parts = tree.has("and") ? tree.get("and") : tree.get("or");
        if (tree.has("not")) {
            return ofSomePart(tree.get("not"));
        } else if (tree.has("is") || random.nextInt(4) == 0) {
            return of(tree, true);
        }
        return ofSomePart(parts.get(random.nextInt(parts.size())));
    }

    ObjectNode event() {
        var event = JSON.objectNode();
        wanted.forEach((field, values) -> {
            var value = value(field, values);
            if (!value.isMissingNode()) {
                event.set(field, value);
            }
        });
        return event;
    }

    /** The event with one field left out, in other letters, longer, shorter, or beside other values. */
    ObjectNode changed() {
        var event = event();
        var names = new ArrayList<String>();
        event.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            change(event, names.get(random.nextInt(names.size())));
        }
        return event;
    }

    private void change(ObjectNode event, String name) {
        var text = event.get(name).asText();
        if (!event.get(name).isTextual() || text.matches("[0-9]+")) {
            event.remove(name);
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> event.remove(name);
            case 1 -> event.put(name, text.toUpperCase(Locale.ROOT));
            case 2 -> event.put(name, text + filler());
            case 3 -> event.put(name, filler() + text);
            case 4 -> event.put(name, text.isEmpty() ? "z" : text.substring(1));
            default -> event.putArray(name).add("other").add(text);
        }
    }

    /** One value that is all of these; that of several whole values is the first. */
    private JsonNode value(String field, List<JsonNode> values) {
        var single = values.stream().filter(value -> !isText(value)).findFirst();
        if (single.isPresent()) {
            return plain(single.get());
        }
        var start = "";
        var middle = new StringBuilder();
        var end = "";
        for (var value : values) {
            var text = text(value);
            boolean opens = field.equals(KEYWORDS) || opens(value);
            boolean closes = field.equals(KEYWORDS) || closes(value);
            if (!opens && !closes) {
                return JSON.textNode(text);
            } else if (!opens) {
                start = text.length() > start.length() ? text : start;
            } else if (!closes) {
                end = text.length() > end.length() ? text : end;
            } else {
                middle.append(text).append(filler());
            }
        }
        return JSON.textNode(start + middle + end);
    }

    private static boolean isText(JsonNode value) {
        return value.has("text") || value.has("any") || value.has("re");
    }

    private String text(JsonNode value) {
        return value.has("re") ? ExpressionText.of(value.get("re").textValue(), random) : spelled(parts(value));
    }

    private static JsonNode parts(JsonNode value) {
        return value.has("any") ? slashed(value.get("any")).get("text") : value.get("text");
    }

    /** Whether anything may stand before the value. */
    private static boolean opens(JsonNode value) {
        return value.has("re") ? !value.get("re").textValue().startsWith("^") : isRun(parts(value), 0);
    }

    /** Whether anything may stand behind the value. */
    private static boolean closes(JsonNode value) {
        return value.has("re")
                ? !value.get("re").textValue().endsWith("$")
                : isRun(parts(value), parts(value).size() - 1);
    }

    private static boolean isRun(JsonNode parts, int at) {
        return !parts.isEmpty() && parts.get(at).isInt() && parts.get(at).intValue() == 0;
    }

    private String spelled(JsonNode parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part.isTextual() ? part.textValue() : part.intValue() == 0 ? filler() : "q");
        }
        return text.toString();
    }

    private JsonNode plain(JsonNode value) {
        if (value.has("bool")) {
            return random.nextBoolean()
                    ? value.get("bool")
                    : JSON.textNode(value.get("bool").asText());
        } else if (value.has("cidr")) {
            return JSON.textNode(value.get("cidr").textValue().replaceFirst("/.*", ""));
        } else if (value.has("number")) {
            var number = value.has("compare") ? beside(value) : value.get("number");
            return random.nextBoolean() ? number : JSON.textNode(number.asText());
        }
        return value.has("exists") && value.get("exists").booleanValue() ? JSON.textNode("x") : JSON.missingNode();
    }

    private static JsonNode beside(JsonNode value) {
        int step = value.get("compare").textValue().startsWith("l") ? -1 : 1;
        return JSON.numberNode(value.get("number").longValue() + step);
    }

    /** Of the ways to write a value, the one with the most slashes: rsigma does not know all dashes of {@code windash}. */
    private static JsonNode slashed(JsonNode ways) {
        return ways.valueStream()
                .max(Comparator.comparingLong(way ->
                        way.toString().chars().filter(letter -> letter == '/').count()))
                .orElseThrow();
    }

    private String filler() {
        return FILLERS.get(random.nextInt(FILLERS.size()));
    }
}
