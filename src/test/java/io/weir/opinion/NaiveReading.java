package io.weir.opinion;

import io.weir.opinion.SeenEvent.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A second reading of a detection: of what SnakeYAML makes of its text, from the specification alone, as plain as can be, and sharing
 * nothing with {@code parse} and {@code match}. It takes every detection for a right one.
 */
public final class NaiveReading {

    private NaiveReading() {}

    /** Whether an event fits the detection, which is YAML. */
    public static Predicate<SeenEvent> of(String detection) {
        Map<String, Object> parts = new Yaml(new SafeConstructor(new LoaderOptions())).load(detection);
        var selections = new LinkedHashMap<String, Predicate<SeenEvent>>();
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals("condition")) {
                selections.put(part.getKey(), selection(part.getValue()));
            }
        }
        return any(list(parts.get("condition")).stream()
                .map(condition -> NaiveCondition.of(String.valueOf(condition), selections))
                .toList());
    }

    private static Predicate<SeenEvent> selection(Object selection) {
        if (selection instanceof Map<?, ?> map) {
            var items = new ArrayList<Predicate<SeenEvent>>();
            map.forEach((key, value) -> items.add(item(String.valueOf(key), list(value))));
            return event -> items.stream().allMatch(item -> item.test(event));
        }
        return any(list(selection).stream()
                .map(part -> part instanceof Map || part instanceof List ? selection(part) : item("", list(part)))
                .toList());
    }

    private static Predicate<SeenEvent> any(List<Predicate<SeenEvent>> parts) {
        return event -> parts.stream().anyMatch(part -> part.test(event));
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : Arrays.asList(value);
    }

    private static Predicate<SeenEvent> item(String key, List<?> values) {
        var words = List.of(key.split("\\|", -1));
        var modifiers = words.subList(1, words.size());
        var tests = values.stream()
                .map(value -> value(words.get(0), modifiers, value))
                .toList();
        Predicate<SeenEvent> linked =
                modifiers.contains("all") ? event -> tests.stream().allMatch(test -> test.test(event)) : any(tests);
        return modifiers.contains("neq") ? linked.negate() : linked;
    }

    private static Predicate<SeenEvent> value(String field, List<String> modifiers, Object wanted) {
        if (modifiers.contains("exists")) {
            return event -> event.has(field) == (Boolean) wanted;
        } else if (wanted == null) {
            return event -> event.values(field).isEmpty()
                    || event.values(field).stream().anyMatch(Value::isNull);
        } else if (modifiers.contains("fieldref")) {
            return reference(field, modifiers, unescaped(String.valueOf(wanted)));
        }
        var test = NaiveValue.test(modifiers, wanted, field.isEmpty());
        return field.isEmpty()
                ? event -> event.all().stream().anyMatch(test)
                : event -> event.values(field).stream().anyMatch(test);
    }

    private static Predicate<SeenEvent> reference(String field, List<String> modifiers, String other) {
        boolean anywhere = modifiers.contains("contains");
        boolean starts = anywhere || modifiers.contains("startswith");
        boolean ends = anywhere || modifiers.contains("endswith");
        return event -> event.values(other).stream()
                .map(held -> ValueTest.reference(held, starts, ends, modifiers.contains("cased")))
                .anyMatch(test -> event.values(field).stream().anyMatch(test));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([*?\\\\])", "$1");
    }
}
