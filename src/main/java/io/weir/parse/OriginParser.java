package io.weir.parse;

import io.weir.rule.FieldOrigin;
import io.weir.rule.FieldOrigin.Conversion;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a field of a rule comes from: a field of the event, a text, or the first of several that gives a value. */
final class OriginParser {

    private static final List<String> KEYS = List.of("field", "as", "values", "value", "text", "when", "unless");

    private static final Pattern FIELD_IN_TEXT = Pattern.compile("\\{([^{}]+)\\}");

    private final ProblemLog log;

    OriginParser(ProblemLog log) {
        this.log = log;
    }

    /** The origin of that field; none, and problems in the log, if any part of it is wrong. */
    Optional<FieldOrigin> parse(String field, Yaml value) {
        return value.match(new Yaml.Cases<>() {
            @Override
            public Optional<FieldOrigin> scalar(Yaml.Scalar scalar) {
                return scalar.isNull() ? nothing(field, scalar) : Optional.of(new FieldOrigin.Copied(scalar.text()));
            }

            @Override
            public Optional<FieldOrigin> sequence(Yaml.Sequence sequence) {
                return sequence.items().isEmpty() ? nothing(field, sequence) : firstOf(field, sequence);
            }

            @Override
            public Optional<FieldOrigin> mapping(Yaml.Mapping mapping) {
                return guarded(new Section(mapping, log));
            }
        });
    }

    private Optional<FieldOrigin> nothing(String field, Yaml value) {
        log.add(
                ProblemCode.INVALID_PIPELINE,
                value.position(),
                "field " + Quoted.of(field) + " comes from nowhere",
                "a field of the event, a map, or a list of them");
        return Optional.empty();
    }

    private Optional<FieldOrigin> firstOf(String field, Yaml.Sequence sequence) {
        var origins = new ArrayList<FieldOrigin>();
        for (var item : sequence.items()) {
            parse(field, item).ifPresent(origins::add);
        }
        return origins.size() < sequence.items().size()
                ? Optional.empty()
                : Optional.of(new FieldOrigin.FirstOf(origins));
    }

    private Optional<FieldOrigin> guarded(Section section) {
        int before = log.size();
        section.refuseOthers(KEYS, "an origin");
        var origin = origin(section);
        for (var key : List.of("when", "unless")) {
            var values = section.section(key).map(OriginParser::values).orElse(Map.of());
            for (var condition : values.entrySet()) {
                origin = origin.map(inner ->
                        new FieldOrigin.Guarded(condition.getKey(), condition.getValue(), key.equals("when"), inner));
            }
        }
        return origin.filter(whole -> log.size() == before);
    }

    private Optional<FieldOrigin> origin(Section section) {
        long kinds =
                List.of("field", "value", "text").stream().filter(section::has).count();
        if (kinds != 1) {
            log.add(
                    ProblemCode.INVALID_PIPELINE,
                    section.map().position(),
                    "an origin of " + kinds + " kinds",
                    "one of field, value, text");
            return Optional.empty();
        } else if (section.has("values") && !section.has("field")) {
            log.add(
                    ProblemCode.CONFLICTING_KEYS,
                    section.positionOf("values"),
                    "'values' without a field",
                    "field beside it");
            return Optional.empty();
        }
        var origin = section.has("field") ? ofField(section) : ofText(section);
        var conversion = section.text("as").flatMap(this::conversion);
        return conversion.isEmpty() ? origin : origin.map(inner -> new FieldOrigin.Converted(inner, conversion.get()));
    }

    private Optional<FieldOrigin> ofText(Section section) {
        return section.has("text")
                ? section.text("text").map(text -> joined(text.text()))
                : section.scalar("value").map(value -> new FieldOrigin.Constant(value.text()));
    }

    private static Optional<FieldOrigin> ofField(Section section) {
        var name = section.textOrNothing("field");
        return section.has("values")
                ? section.section("values").map(values -> new FieldOrigin.Translated(name, table(values)))
                : Optional.of(new FieldOrigin.Copied(name));
    }

    private static FieldOrigin joined(String text) {
        var parts = new ArrayList<String>();
        var fields = FIELD_IN_TEXT.matcher(text);
        int from = 0;
        while (fields.find()) {
            parts.add(text.substring(from, fields.start()));
            parts.add(fields.group(1));
            from = fields.end();
        }
        parts.add(text.substring(from));
        return new FieldOrigin.Joined(parts);
    }

    private Optional<Conversion> conversion(Yaml.Scalar word) {
        var labels = Arrays.stream(Conversion.values()).map(OriginParser::label).toList();
        var found = Arrays.stream(Conversion.values())
                .filter(conversion -> label(conversion).equals(word.text()))
                .findFirst();
        if (found.isEmpty()) {
            var problem = Problem.at(
                            ProblemCode.INVALID_PIPELINE,
                            word.position(),
                            "unknown conversion " + Quoted.of(word.text()))
                    .expecting("one of " + String.join(", ", labels));
            log.add(Nearest.fixing(problem, word.text(), labels));
        }
        return found;
    }

    private static String label(Conversion conversion) {
        return conversion.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> table(Section section) {
        var table = new LinkedHashMap<String, String>();
        for (var key : section.keys()) {
            if (section.has(key)) {
                section.scalar(key).ifPresent(value -> table.put(key, value.text()));
            } else {
                refuseEmpty(key, section);
            }
        }
        return table;
    }

    /** Fields, and of each one value or several. */
    static Map<String, List<String>> values(Section section) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var key : section.keys()) {
            values.put(key, section.texts(key));
            if (section.items(key).isEmpty()) {
                refuseEmpty(key, section);
            }
        }
        return values;
    }

    /** What is to be one of no values never is. */
    private static void refuseEmpty(String key, Section section) {
        section.log()
                .add(
                        ProblemCode.EMPTY_VALUE,
                        section.positionOf(key),
                        "no value under " + Quoted.of(key),
                        "what the field is, as text");
    }
}
