package io.weir.pipeline;

import java.util.stream.Collectors;

/** {@code strict_field_mapping_failure}: no field of an item may have been left unmapped. */
public record StrictFieldMapping() implements Transformation {
    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        var unmapped = rule.items()
                .filter(item -> !item.isKeyword() && !step.run().mappings().has(item.field()))
                .toList();
        if (!unmapped.isEmpty()) {
            var fields = unmapped.stream().map(Item::field).distinct().sorted().collect(Collectors.joining(", "));
            throw new Unfit(unmapped.get(0).position(), "fields that no transformation maps: " + fields, "");
        }
        return rule;
    }
}
