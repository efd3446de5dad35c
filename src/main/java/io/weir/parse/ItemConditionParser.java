package io.weir.parse;

import io.weir.pipeline.ItemCondition;
import io.weir.pipeline.ItemCondition.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the conditions on detection items that pySigma knows. */
final class ItemConditionParser {

    private static final Map<String, Function<Parameters, Optional<ItemCondition>>> TYPES = Map.of(
            "match_string", ItemConditionParser::string,
            "match_value", ItemConditionParser::value,
            "contains_wildcard", from -> quantity(from).map(ItemCondition.HasWildcard::new),
            "is_null", from -> quantity(from).map(ItemCondition.IsNull::new),
            "processing_item_applied", from -> from.text("processing_item_id").map(ItemCondition.IsChangedBy::new),
            "processing_state", from -> from.state().map(ItemCondition.HasState::new));

    private ItemConditionParser() {}

    /** The condition of that type; none, and problems in the log, if any part of it is wrong. */
    static Optional<ItemCondition> parse(Yaml.Scalar type, Section section) {
        return Parameters.ofCondition(type, section, TYPES);
    }

    private static Optional<ItemCondition> string(Parameters from) {
        var quantity = quantity(from);
        boolean negated = from.flag("negate");
        return from.regex("pattern")
                .flatMap(pattern -> quantity.map(how -> new ItemCondition.TextFits(how, pattern, negated)));
    }

    private static Optional<ItemCondition> value(Parameters from) {
        var quantity = quantity(from);
        return from.value("value").flatMap(wanted -> quantity.map(how -> new ItemCondition.ValueIs(how, wanted)));
    }

    private static Optional<Quantity> quantity(Parameters from) {
        return from.choice("cond", Map.of("any", Quantity.ANY, "all", Quantity.ALL));
    }
}
