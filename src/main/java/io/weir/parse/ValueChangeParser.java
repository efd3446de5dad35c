package io.weir.parse;

import io.weir.pipeline.FillPlaceholders;
import io.weir.pipeline.PipelineRegex;
import io.weir.pipeline.ReplaceString;
import io.weir.pipeline.Replacement;
import io.weir.pipeline.ToExpression;
import io.weir.pipeline.ValueChange;
import io.weir.pipeline.ValueChange.ChangeCase;
import io.weir.pipeline.ValueChange.ConvertType;
import io.weir.pipeline.ValueChange.MapString;
import io.weir.pipeline.ValueChange.SetValue;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the transformations that change values. */
final class ValueChangeParser {

    static final Map<String, Function<Parameters, Optional<? extends ValueChange>>> TYPES = Map.of(
            "value_placeholders", from -> placeholders(from, false),
            "wildcard_placeholders", from -> placeholders(from, true),
            "replace_string", ValueChangeParser::replaceString,
            "map_string", ValueChangeParser::mapString,
            "set_value", ValueChangeParser::setValue,
            "convert_type",
                    from -> from.choice("target_type", Map.of("str", true, "num", false))
                            .map(ConvertType::new),
            "case", from -> Optional.of(new ChangeCase(from.choiceOr("method", cases(), ChangeCase.To.LOWER))),
            "regex",
                    from -> Optional.of(new ToExpression(
                            from.choiceOr("method", methods(), ToExpression.Method.IGNORE_CASE_BRACKETS))));

    private ValueChangeParser() {}

    private static Map<String, ChangeCase.To> cases() {
        var cases = new LinkedHashMap<String, ChangeCase.To>();
        for (var to : ChangeCase.To.values()) {
            cases.put(to.name().toLowerCase(Locale.ROOT), to);
        }
        return cases;
    }

    private static Map<String, ToExpression.Method> methods() {
        var methods = new LinkedHashMap<String, ToExpression.Method>();
        for (var method : ToExpression.Method.values()) {
            methods.put(method.label(), method);
        }
        return methods;
    }

    private static Optional<ValueChange> placeholders(Parameters from, boolean byWildcards) {
        boolean includes = from.find("include").isPresent();
        boolean excludes = from.find("exclude").isPresent();
        if (includes && excludes) {
            from.log()
                    .add(
                            ProblemCode.CONFLICTING_KEYS,
                            from.positionOf("exclude"),
                            "'exclude' beside 'include'",
                            "one of the two");
        }
        var names = includes ? from.texts("include") : from.textsOr("exclude", List.of());
        return Optional.of(new FillPlaceholders(byWildcards, names, includes));
    }

    private static Optional<ValueChange> replaceString(Parameters from) {
        boolean skipsSpecial = from.flag("skip_special");
        boolean readsAnew = from.flag("interpret_special");
        var replacement = from.text("replacement");
        return from.regex("regex")
                .flatMap(regex -> replacement.flatMap(text -> replacement(text, regex, from)
                        .map(read -> new ReplaceString(regex, read, skipsSpecial, readsAnew))));
    }

    private static Optional<Replacement> replacement(String text, PipelineRegex regex, Parameters from) {
        try {
            return Optional.of(Replacement.of(text, regex));
        } catch (IllegalArgumentException reason) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("replacement"),
                            "a replacement that can't be read: " + reason.getMessage(),
                            "\\1 or \\g<name> for a group, \\\\ for a backslash");
            return Optional.empty();
        }
    }

    private static Optional<ValueChange> mapString(Parameters from) {
        return from.section("mapping").map(section -> {
            var texts = new LinkedHashMap<String, List<String>>();
            // What is mapped to null stays as it is.
            section.keys().stream().filter(section::has).forEach(key -> texts.put(key, section.texts(key)));
            return new MapString(texts);
        });
    }

    private static Optional<ValueChange> setValue(Parameters from) {
        var type = from.find("force_type");
        var value = from.value("value");
        if (type.isEmpty()) {
            return value.map(SetValue::new);
        }
        boolean toText = from.choiceOr("force_type", Map.of("str", true, "num", false), true);
        return value.flatMap(given -> forced(given, toText, from)).map(SetValue::new);
    }

    private static Optional<SigmaValue> forced(SigmaValue value, boolean toText, Parameters from) {
        var forced = toText ? SetValue.asText(value) : SetValue.asNumber(value);
        if (forced.isEmpty()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("value"),
                            "'value' can't be made " + (toText ? "text" : "a number"),
                            toText ? "text or a number" : "a number");
        }
        return forced;
    }
}
