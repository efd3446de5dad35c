package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.rule.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * Which log sources an event is of, as SigmaHQ's own tests have it: read from their file, with what Sigma's taxonomy has beyond it, and
 * sharing nothing with Weir's table.
 *
 * @param categories by category
 * @param channels by service
 */
record LogSourceMap(List<Category> categories, Map<String, List<String>> channels) {

    private static final String CHANNEL = "WinEventLog:";

    private static final String PROVIDER = "Provider_Name";

    /** The services of rules in the corpus that the file does not have. */
    private static final Map<String, List<String>> TAXONOMY = Map.of(
            "dns-server", List.of("DNS Server"),
            "dns-server-analytic", List.of("Microsoft-Windows-DNS-Server/Analytical"),
            "driver-framework", List.of("Microsoft-Windows-DriverFrameworks-UserMode/Operational"));

    /**
     * An entry of the file that says which events of a service are of a category.
     *
     * @param conditions the values that fields may have
     * @param names what rules of the category call fields: the rule's name to the event's
     */
    record Category(String name, String service, Map<String, List<String>> conditions, Map<String, String> names) {

        boolean takes(Event event) {
            return conditions.entrySet().stream()
                    .allMatch(condition -> held(event, condition.getKey()).stream()
                            .anyMatch(held -> condition.getValue().stream().anyMatch(held::equalsIgnoreCase)));
        }

        private static List<String> held(Event event, String field) {
            return field.equals("EventID")
                    ? List.of(String.valueOf(event.eventId()))
                    : event.field(field).map(PlainJson::texts).orElse(List.of());
        }
    }

    /**
     * An event as the rules of a log source see it.
     *
     * @param service the service, or {@code none}
     * @param category the category, or {@code none} for rules that state none
     * @param names what rules of the category call fields
     */
    record View(String service, String category, Map<String, String> names) {

        static final String NONE = "none";

        /** Whether rules of that log source look at this view. */
        boolean isOf(LogSource rule) {
            return rule.category().equals(category.equals(NONE) ? "" : category)
                    && (rule.service().isEmpty() || rule.service().equals(service));
        }

        /** The fields of an event under the names of this view, beside its own. */
        ObjectNode of(ObjectNode fields) {
            var seen = fields.deepCopy();
            names.forEach((name, own) -> {
                if (fields.has(own)) {
                    seen.set(name, fields.get(own));
                }
            });
            return seen;
        }
    }

    static LogSourceMap read() throws IOException {
        var categories = new ArrayList<>(List.of(ofKernel("file_access"), ofKernel("file_rename")));
        var channels = new HashMap<>(TAXONOMY);
        try (var file = Files.newInputStream(Corpus.file("sigma/thor.yml"))) {
            Map<String, Object> document = new Yaml().load(file);
            for (var source : map(document.get("logsources")).values()) {
                add(map(source), categories, channels);
            }
        }
        return new LogSourceMap(categories, channels);
    }

    /** A category that the taxonomy has beyond the file; its events have no channel that counts. */
    private static Category ofKernel(String name) {
        return new Category(name, View.NONE, Map.of(PROVIDER, List.of("Microsoft-Windows-Kernel-File")), Map.of());
    }

    private static void add(Map<?, ?> source, List<Category> categories, Map<String, List<String>> channels) {
        if (source.containsKey("rewrite")) {
            var names = new HashMap<String, String>();
            map(source.get("fieldmappings")).forEach((name, own) -> names.put(text(name), text(own)));
            var conditions = new HashMap<String, List<String>>();
            map(source.get("conditions")).forEach((field, values) -> conditions.put(text(field), texts(values)));
            categories.add(new Category(
                    text(source.get("category")),
                    text(map(source.get("rewrite")).get("service")),
                    conditions,
                    names));
        } else if ("windows".equals(source.get("product"))) {
            channels.put(
                    text(source.get("service")),
                    texts(source.get("sources")).stream()
                            .map(channel -> channel.substring(CHANNEL.length()))
                            .toList());
        }
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(LogSourceMap::text).toList()
                : List.of(text(value));
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    /** The views of an event: one for rules that state no category, and one for each category that the event is of. */
    List<View> of(Event event) {
        var service = channels.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(event.channel()::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(View.NONE);
        var views = new ArrayList<>(List.of(new View(service, View.NONE, Map.of())));
        categories.stream()
                .filter(category -> category.service().equals(service) && category.takes(event))
                .forEach(category -> views.add(new View(service, category.name(), category.names())));
        return views;
    }

    /** An event with those fields that rules of the log source look at. */
    Event made(LogSource rule, ObjectNode fields) {
        var category = categories.stream()
                .filter(one -> one.name().equals(rule.category()))
                .findFirst();
        var record = JsonNodeFactory.instance.objectNode();
        record.withObject("/Event").set("EventData", fields);
        var system = record.withObject("/Event/System");
        Optional.ofNullable(channels.get(category.map(Category::service).orElse(rule.service())))
                .ifPresent(names -> system.put("Channel", names.get(0)));
        if (fields.has("EventID")) {
            system.set("EventID", fields.get("EventID"));
        }
        category.ifPresent(one -> one.conditions().forEach((field, values) -> {
            var target = field.equals("EventID") ? system : fields;
            if (field.equals(PROVIDER)) {
                system.withObject("Provider").withObject("#attributes").put("Name", values.get(0));
            } else if (!target.has(field)) {
                target.put(field, values.get(0));
            }
        }));
        var decoded = EventDecoder.standard().decode(record.toString().getBytes(UTF_8), Stamp.NONE);
        return decoded.events().get(0);
    }
}
