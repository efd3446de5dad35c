package io.weir.parse;

import io.weir.pipeline.AddCondition;
import io.weir.pipeline.AddSource;
import io.weir.pipeline.ChangeLogSource;
import io.weir.pipeline.ChangeValues;
import io.weir.pipeline.DropItems;
import io.weir.pipeline.ExtractFields;
import io.weir.pipeline.HashFields;
import io.weir.pipeline.Nest;
import io.weir.pipeline.RefuseItems;
import io.weir.pipeline.RefuseRules;
import io.weir.pipeline.SetAttribute;
import io.weir.pipeline.SetState;
import io.weir.pipeline.ShowFields;
import io.weir.pipeline.StrictFieldMapping;
import io.weir.pipeline.Transformation;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the transformations that pySigma knows, and Weir's own {@code add_source}. */
final class TransformationParser {

    private static final Map<String, Function<Parameters, Optional<? extends Transformation>>> TYPES = types();

    private static final String READS_ELSEWHERE =
            "it reads from outside the pipeline, which is not there where rules run";

    /** Why some transformations can't be honoured, and what can be. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "field_name_transform",
                    List.of(
                            "it calls a function of Python",
                            "field_name_mapping, field_name_prefix or field_name_suffix"),
            "query_expression_placeholders",
                    List.of(
                            "it writes parts of queries, and Weir writes none",
                            "value_placeholders or wildcard_placeholders"),
            "file_placeholders", List.of(READS_ELSEWHERE, "value_placeholders, with the values under vars"),
            "http_placeholders", List.of(READS_ELSEWHERE, "value_placeholders, with the values under vars"),
            "command_placeholders", List.of(READS_ELSEWHERE, "value_placeholders, with the values under vars"));

    /** What conditions can name. */
    private static final Pattern SELECTION_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private TransformationParser() {}

    private static Map<String, Function<Parameters, Optional<? extends Transformation>>> types() {
        var types = new TreeMap<String, Function<Parameters, Optional<? extends Transformation>>>();
        RenamingParser.TYPES.forEach((name, read) -> types.put(name, from -> read.apply(from)));
        ValueChangeParser.TYPES.forEach(
                (name, read) -> types.put(name, from -> read.apply(from).map(ChangeValues::new)));
        types.put("drop_detection_item", from -> Optional.of(new DropItems()));
        types.put("hashes_fields", TransformationParser::hashesFields);
        types.put("extract_fields", TransformationParser::extractFields);
        types.put("add_condition", TransformationParser::addCondition);
        types.put("add_source", from -> new SourceParser(from).parse().map(AddSource::new));
        types.put("change_logsource", from -> from.logSource().map(ChangeLogSource::new));
        types.put("add_field", from -> showFields(from, ShowFields.How.ADD, "field"));
        types.put("remove_field", from -> showFields(from, ShowFields.How.REMOVE, "field"));
        types.put("set_field", from -> showFields(from, ShowFields.How.SET, "fields"));
        types.put("set_state", TransformationParser::setState);
        types.put("set_custom_attribute", TransformationParser::setAttribute);
        types.put("rule_failure", from -> from.text("message").map(RefuseRules::new));
        types.put("detection_item_failure", from -> from.text("message").map(RefuseItems::new));
        types.put("strict_field_mapping_failure", from -> Optional.of(new StrictFieldMapping()));
        types.put("nest", TransformationParser::nest);
        return types;
    }

    /** The transformation of that type; none, and problems in the log, if it can't be honoured or any part of it is wrong. */
    static Optional<Transformation> parse(Yaml.Scalar type, Section section) {
        var read = TYPES.get(type.text());
        if (read == null) {
            section.log().add(refusal(type));
            return Optional.empty();
        }
        var parameters = new Parameters("transformation '" + type.text() + "'", section, itemKeys());
        var transformation = read.apply(parameters);
        parameters.refuseOthers();
        return transformation.map(Transformation.class::cast);
    }

    private static Problem refusal(Yaml.Scalar type) {
        var known = OTHERS.get(type.text());
        if (known == null) {
            return Parameters.unknown("transformation", type, new TreeSet<>(TYPES.keySet()));
        }
        return Problem.at(
                        ProblemCode.UNSUPPORTED,
                        type.position(),
                        "transformation '" + type.text() + "' can't be honoured: " + known.get(0))
                .expecting(known.get(1));
    }

    private static Collection<String> itemKeys() {
        var keys = new ArrayList<>(List.of("type", "id"));
        List.of("rule", "detection_item", "field_name").forEach(kind -> keys.addAll(GuardParser.keys(kind)));
        return keys;
    }

    private static Optional<Transformation> hashesFields(Parameters from) {
        return Optional.of(new HashFields(
                from.texts("valid_hash_algos"),
                from.textOrNothing("field_prefix"),
                from.flag("drop_algo_prefix"),
                from.textsOr("field_to_parse", List.of("Hashes", "Hash"))));
    }

    private static Optional<Transformation> extractFields(Parameters from) {
        var prefix = from.textOrNothing("field_prefix");
        boolean keepsOthers = from.flag("preserve_unmatched");
        var regex = from.regex("regex");
        if (regex.filter(expression -> expression.groups().isEmpty()).isPresent()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("regex"),
                            "an expression without named groups",
                            "(?P<field>...) around each part");
        }
        return regex.map(expression -> new ExtractFields(expression, prefix, keepsOthers));
    }

    private static Optional<Transformation> addCondition(Parameters from) {
        var name = from.textOrNothing("name");
        boolean isTemplate = from.flag("template");
        boolean negated = from.flag("negated");
        if (!name.isEmpty() && !SELECTION_NAME.matcher(name).matches()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("name"),
                            Quoted.of(name) + " can't name a selection",
                            "letters, digits, _ and -");
        }
        var conditions = from.section("conditions");
        return conditions
                .flatMap(section -> new SelectionParser(section.log()).parse("conditions", section.map()))
                .map(selection -> new AddCondition(name, selection, isTemplate, negated));
    }

    private static Optional<Transformation> showFields(Parameters from, ShowFields.How how, String key) {
        return Optional.of(new ShowFields(how, from.texts(key)));
    }

    private static Optional<Transformation> setState(Parameters from) {
        var value = from.value("val");
        return from.text("key").flatMap(key -> value.map(state -> new SetState(key, state)));
    }

    private static Optional<Transformation> setAttribute(Parameters from) {
        var value = from.find("value").flatMap(Attributes::of);
        if (value.isEmpty()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("value"),
                            "'value' is neither a value nor a list of values",
                            "one of the two");
        }
        return from.text("attribute").flatMap(name -> value.map(attribute -> new SetAttribute(name, attribute)));
    }

    private static Optional<Transformation> nest(Parameters from) {
        if (from.items("items").isEmpty()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.position(),
                            "a nested pipeline without 'items'",
                            "items: a list of transformations");
        }
        return Optional.of(new Nest(PipelineDocument.read(from.items("items"), from.log())));
    }
}
