package io.weir.pipeline;

import io.weir.rule.SigmaValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a site does to rules before they are put in force, in the format of pySigma's processing pipelines.
 *
 * @param file where it was read
 * @param priority lower ones come first
 * @param vars values for placeholders, by name
 * @param items in their order
 */
public record Pipeline(String file, long priority, Map<String, List<SigmaValue>> vars, List<PipelineItem> items) {

    public Pipeline {
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
        items = List.copyOf(items);
    }
}
