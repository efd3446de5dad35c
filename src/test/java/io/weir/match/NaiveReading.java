package io.weir.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A second reading of Sigma, as plain as can be and sharing nothing with the evaluator: over JSON as it is, every text a regular
 * expression of the JDK. For the modifiers that need no table of their own.
 */
final class NaiveReading {

    private final JsonNode event;

    NaiveReading(JsonNode event) {
        this.event = event;
    }

    boolean holds(JsonNode selection) {
        if (selection.isObject()) {
            return selection.properties().stream().allMatch(item -> item(item.getKey(), item.getValue()));
        }
        if (selection.get(0).isObject()) {
            return selection.valueStream().anyMatch(this::holds);
        }
        return item("", selection);
    }

    private boolean item(String key, JsonNode wanted) {
        var parts = List.of(key.split("\\|", -1));
        var modifiers = Set.copyOf(parts.subList(1, parts.size()));
        var field = parts.get(0);
        var values = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
        boolean holds = modifiers.contains("all")
                ? values.stream().allMatch(value -> value(field, modifiers, value))
                : values.stream().anyMatch(value -> value(field, modifiers, value));
        return modifiers.contains("neq") != holds;
    }

    private boolean value(String field, Set<String> modifiers, JsonNode value) {
        if (modifiers.contains("exists")) {
            return event.has(field) == value.booleanValue();
        }
        var held = held(field);
        if (value.isNull()) {
            return held.isEmpty() || held.stream().anyMatch(JsonNode::isNull);
        }
        return held.stream().filter(one -> !one.isNull()).anyMatch(one -> fits(one, field, modifiers, value));
    }

    private List<JsonNode> held(String field) {
        var held = new ArrayList<JsonNode>();
        for (var member : event.properties()) {
            if (field.isEmpty() || field.equals(member.getKey())) {
                (member.getValue().isArray() ? member.getValue() : Arrays.asList(member.getValue())).forEach(held::add);
            }
        }
        return held;
    }

    private static boolean fits(JsonNode one, String field, Set<String> modifiers, JsonNode value) {
        if (modifiers.contains("lt") || modifiers.contains("gte")) {
            return isNumber(one)
                    && (new BigDecimal(one.asText()).compareTo(value.decimalValue()) < 0) == modifiers.contains("lt");
        }
        if (modifiers.contains("re")) {
            return Pattern.compile(value.asText()).matcher(one.asText()).find();
        }
        boolean textual = field.isEmpty()
                || modifiers.stream().anyMatch(List.of("contains", "startswith", "endswith", "cased")::contains);
        if (value.isNumber() && !textual) {
            return one.isNumber()
                    ? one.decimalValue().compareTo(value.decimalValue()) == 0
                    : one.isTextual() && one.asText().equals(value.asText());
        }
        if (value.isBoolean() && !textual) {
            return !one.isNumber() && one.asText().toLowerCase(Locale.ROOT).equals(value.asText());
        }
        return pattern(value.asText(), field.isEmpty(), modifiers)
                .matcher(one.asText())
                .matches();
    }

    private static boolean isNumber(JsonNode one) {
        return one.isNumber() || (one.isTextual() && one.asText().matches("-?[0-9]+(\\.[0-9]+)?"));
    }

    private static Pattern pattern(String text, boolean keyword, Set<String> modifiers) {
        boolean anchored = modifiers.contains("startswith") || modifiers.contains("endswith");
        boolean anywhere = modifiers.contains("contains") || (keyword && !anchored);
        var before = anywhere || modifiers.contains("endswith") ? ".*" : "";
        var after = anywhere || modifiers.contains("startswith") ? ".*" : "";
        int flags = modifiers.contains("cased")
                ? Pattern.DOTALL
                : Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(before + expression(text) + after, flags);
    }

    private static String expression(String text) {
        var tokens = Pattern.compile("\\\\[\\\\*?]|.", Pattern.DOTALL).matcher(text);
        var expression = new StringBuilder();
        while (tokens.find()) {
            expression.append(expressionOf(tokens.group()));
        }
        return expression.toString();
    }

    private static String expressionOf(String token) {
        return switch (token) {
            case "*" -> ".*";
            case "?" -> ".";
            case "\\\\", "\\*", "\\?" -> Pattern.quote(token.substring(1));
            default -> Pattern.quote(token);
        };
    }
}
