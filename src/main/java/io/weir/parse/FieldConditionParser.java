package io.weir.parse;

import io.weir.pipeline.FieldCondition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the conditions on names of fields that pySigma knows. */
final class FieldConditionParser {

    private static final Map<String, Function<Parameters, Optional<FieldCondition>>> TYPES = Map.of(
            "include_fields", from -> fields(from, true),
            "exclude_fields", from -> fields(from, false),
            "processing_item_applied", from -> from.text("processing_item_id").map(FieldCondition.IsChangedBy::new),
            "processing_state", from -> from.state().map(FieldCondition.HasState::new));

    private FieldConditionParser() {}

    /** The condition of that type; none, and problems in the log, if any part of it is wrong. */
    static Optional<FieldCondition> parse(Yaml.Scalar type, Section section) {
        return Parameters.ofCondition(type, section, TYPES);
    }

    private static Optional<FieldCondition> fields(Parameters from, boolean wanted) {
        boolean areExpressions = from.choiceOr("mode", Map.of("plain", false, "re", true), false);
        return Optional.of(
                areExpressions
                        ? new FieldCondition.FitsOneOf(from.regexes("fields"), wanted)
                        : new FieldCondition.IsOneOf(from.texts("fields"), wanted));
    }
}
