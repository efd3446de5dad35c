package io.weir.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.rule.Condition;
import io.weir.rule.CorrelationCondition;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.Selection;
import io.weir.rule.SigmaRule;
import io.weir.rule.SigmaValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says a rule in the JSON of {@code pysigma_pipelines.py}: its condition as a tree over values to which modifiers were applied. */
final class ProcessedJson implements SigmaRule.Cases<ObjectNode> {

    private static final JsonNodeFactory JSON = new ObjectMapper().getNodeFactory();

    /** How {@code regex} says that it has to fit the whole value, which pySigma leaves to backends. */
    private static final String WHOLE_BEGIN = "\\A(?s:";

    private static final String WHOLE_END = ")\\z";

    static JsonNode of(SigmaRule rule) {
        return rule.match(new ProcessedJson());
    }

    @Override
    public ObjectNode detection(DetectionRule rule) {
        var json = JSON.objectNode();
        var source = rule.logSource();
        json.set("logsource", texts(List.of(source.product(), source.category(), source.service())));
        json.set("fields", texts(rule.header().fields()));
        var conditions = json.putArray("conditions");
        rule.detection()
                .conditions()
                .forEach(condition ->
                        conditions.add(condition.match(new Tree(rule.detection().selections()))));
        return json;
    }

    @Override
    public ObjectNode correlation(CorrelationRule rule) {
        var json = JSON.objectNode();
        json.set("fields", texts(rule.header().fields()));
        json.set("group-by", texts(rule.groupBy()));
        var aliases = json.putObject("aliases");
        rule.aliases()
                .forEach((alias, fields) -> aliases.set(
                        alias, texts(fields.values().stream().sorted().toList())));
        json.set(
                "measured",
                texts(
                        rule.condition() instanceof CorrelationCondition.Measured measured
                                ? measured.fields()
                                : List.of()));
        return json;
    }

    private static ArrayNode texts(Collection<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ArrayNode joined(String by, List<JsonNode> parts) {
        return JSON.arrayNode().add(by).addAll(parts);
    }

    private static JsonNode not(JsonNode part) {
        return joined("not", List.of(part));
    }

    /** A condition over selections. */
    private record Tree(Map<String, Selection> selections)
            implements Condition.Cases<JsonNode>, Selection.Cases<JsonNode> {
        @Override
        public JsonNode named(Condition.Named condition) {
            return Objects.requireNonNull(selections.get(condition.selection())).match(this);
        }

        @Override
        public JsonNode not(Condition.Not condition) {
            return ProcessedJson.not(condition.operand().match(this));
        }

        @Override
        public JsonNode allOf(Condition.AllOf condition) {
            return joined(
                    "and",
                    condition.operands().stream().map(one -> one.match(this)).toList());
        }

        @Override
        public JsonNode anyOf(Condition.AnyOf condition) {
            return joined(
                    "or",
                    condition.operands().stream().map(one -> one.match(this)).toList());
        }

        @Override
        public JsonNode quantified(Condition.Quantified condition) {
            var covered = new TreeMap<>(selections)
                    .entrySet().stream()
                            .filter(entry -> condition.covers(entry.getKey()))
                            .map(entry -> entry.getValue().match(this))
                            .toList();
            return joined(condition.quantifier() == Condition.Quantifier.ONE ? "or" : "and", covered);
        }

        @Override
        public JsonNode allOf(Selection.AllOf selection) {
            return joined(
                    "and",
                    selection.parts().stream().map(one -> one.match(this)).toList());
        }

        @Override
        public JsonNode anyOf(Selection.AnyOf selection) {
            return joined(
                    "or", selection.parts().stream().map(one -> one.match(this)).toList());
        }

        @Override
        public JsonNode test(Selection.Test selection) {
            DetectionItem item = selection.item();
            var values = ModifiedValues.of(item).stream()
                    .<JsonNode>map(value -> JSON.textNode(item.field() + "=" + value.match(new Written())))
                    .toList();
            var all = joined(item.has(Modifier.ALL) ? "and" : "or", values);
            return item.has(Modifier.NEQ) ? ProcessedJson.not(all) : all;
        }
    }

    /** A value in a few words. */
    private static final class Written implements Value.Cases<String> {
        @Override
        public String text(Value.Text value) {
            return (value.cased() ? "cased " : "") + "'" + escaped(value.text()) + "'";
        }

        private static String escaped(ValueText text) {
            return text.parts().stream()
                    .map(part -> part instanceof ValueText.Literal literal
                            ? literal.text().replaceAll("[\\\\*?%]", "\\\\$0")
                            : new ValueText(List.of(part)).plain())
                    .collect(Collectors.joining());
        }

        @Override
        public String expression(Value.Expression value) {
            var flags = value.modifiers().stream()
                    .map(modifier -> switch (modifier) {
                        case I -> "I";
                        case M -> "M";
                        case S -> "D";
                        default -> "";
                    })
                    .sorted()
                    .collect(Collectors.joining());
            var text = value.text().plain();
            boolean whole = text.startsWith(WHOLE_BEGIN) && text.endsWith(WHOLE_END);
            return "re" + flags + " "
                    + (whole ? text.substring(WHOLE_BEGIN.length(), text.length() - WHOLE_END.length()) : text);
        }

        @Override
        public String reference(Value.Reference value) {
            boolean contains = value.modifiers().contains(Modifier.CONTAINS);
            return "field " + value.field()
                    + (contains || value.modifiers().contains(Modifier.STARTSWITH) ? " starts" : "")
                    + (contains || value.modifiers().contains(Modifier.ENDSWITH) ? " ends" : "");
        }

        @Override
        public String number(Value.Num value) {
            return value.modifiers().stream()
                            .map(modifier -> modifier.label() + " ")
                            .collect(Collectors.joining())
                    + Scalar.written(value.number().number());
        }

        @Override
        public String other(Value.Other value) {
            var modifiers = value.modifiers();
            var text = value.value() instanceof SigmaValue.Num number
                    ? Scalar.written(number.number())
                    : Scalar.text(value.value()).toLowerCase(java.util.Locale.ROOT);
            if (modifiers.contains(Modifier.EXISTS)) {
                return text.equals("true") ? "exists" : "absent";
            }
            return value.value() instanceof SigmaValue.Null
                    ? "null"
                    : modifiers.stream().map(modifier -> modifier.label() + " ").collect(Collectors.joining()) + text;
        }

        @Override
        public String expansion(Value.Expansion value) {
            return "expansion";
        }
    }
}
