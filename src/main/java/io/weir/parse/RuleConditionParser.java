package io.weir.parse;

import io.weir.pipeline.AttributeComparison;
import io.weir.pipeline.Relation;
import io.weir.pipeline.RuleCondition;
import io.weir.rule.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the conditions on rules that pySigma knows. */
final class RuleConditionParser {

    private static final Map<String, Function<Parameters, Optional<RuleCondition>>> TYPES = Map.of(
            "logsource", RuleConditionParser::logSource,
            "contains_field", from -> from.text("field").map(RuleCondition.HasField::new),
            "contains_detection_item", RuleConditionParser::detectionItem,
            "processing_item_applied", from -> from.text("processing_item_id").map(RuleCondition.IsChangedBy::new),
            "processing_state", from -> from.state().map(RuleCondition.HasState::new),
            "is_sigma_rule", from -> Optional.of(new RuleCondition.IsCorrelation(false)),
            "is_sigma_correlation_rule", from -> Optional.of(new RuleCondition.IsCorrelation(true)),
            "rule_attribute", RuleConditionParser::attribute,
            "tag", RuleConditionParser::tag);

    private RuleConditionParser() {}

    /** The condition of that type; none, and problems in the log, if any part of it is wrong. */
    static Optional<RuleCondition> parse(Yaml.Scalar type, Section section) {
        return Parameters.ofCondition(type, section, TYPES);
    }

    private static Optional<RuleCondition> logSource(Parameters from) {
        return from.logSource().map(RuleCondition.LogSourceIs::new);
    }

    private static Optional<RuleCondition> detectionItem(Parameters from) {
        var value = from.value("value");
        return from.text("field").flatMap(field -> value.map(wanted -> new RuleCondition.HasItem(field, wanted)));
    }

    private static Optional<RuleCondition> tag(Parameters from) {
        var tag = from.text("tag");
        if (tag.filter(text -> text.indexOf('.') < 0).isPresent()) {
            from.log()
                    .add(
                            ProblemCode.INVALID_PIPELINE,
                            from.positionOf("tag"),
                            "tag " + Quoted.of(tag.get()) + " has no namespace",
                            "namespace.name");
        }
        return tag.map(RuleCondition.HasTag::new);
    }

    private static Optional<RuleCondition> attribute(Parameters from) {
        var name = from.text("attribute");
        var value = from.value("value");
        var relation = from.relation(List.of(Relation.values()));
        if (name.filter(AttributeComparison.INCOMPARABLE::contains).isPresent()) {
            from.log()
                    .add(
                            ProblemCode.UNSUPPORTED,
                            from.positionOf("attribute"),
                            "condition 'rule_attribute' can't be honoured: " + Quoted.of(name.get())
                                    + " is no value and no list of values",
                            "a key that holds a value or a list of values");
        }
        return name.flatMap(attribute -> value.flatMap(wanted ->
                relation.map(how -> new RuleCondition.HasAttribute(new AttributeComparison(attribute, wanted, how)))));
    }
}
