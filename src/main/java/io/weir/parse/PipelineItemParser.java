package io.weir.parse;

import io.weir.pipeline.FieldCondition;
import io.weir.pipeline.Guard;
import io.weir.pipeline.ItemCondition;
import io.weir.pipeline.PipelineItem;
import io.weir.pipeline.RuleCondition;
import java.util.Optional;

/** Reads one transformation of a pipeline and its conditions. */
final class PipelineItemParser {

    private final Section section;

    PipelineItemParser(Section section) {
        this.section = section;
    }

    /** The transformation; none, and problems in the log, if any part of it is wrong. */
    Optional<PipelineItem> parse() {
        if (!section.has("type")) {
            section.miss("the transformation", "type", "the name of a transformation");
        }
        int before = section.log().size();
        Guard<RuleCondition> rules = new GuardParser(section, "rule").parse(RuleConditionParser::parse);
        Guard<ItemCondition> items = new GuardParser(section, "detection_item").parse(ItemConditionParser::parse);
        Guard<FieldCondition> fields = new GuardParser(section, "field_name").parse(FieldConditionParser::parse);
        return section.text("type")
                .flatMap(type -> TransformationParser.parse(type, section)
                        .map(transformation -> new PipelineItem(
                                section.textOrNothing("id"),
                                type.text(),
                                transformation,
                                rules,
                                items,
                                fields,
                                section.map().position())))
                .filter(item -> section.log().size() == before);
    }
}
