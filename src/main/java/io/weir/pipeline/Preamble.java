package io.weir.pipeline;

import io.weir.rule.Attribute;
import io.weir.rule.RuleHeader;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule of any kind says of itself while pipelines work on it.
 *
 * @param header as the document has it
 * @param fields the fields to be shown now
 * @param attributes what the document says and pipelines set
 * @param applied the ids of the transformations that were applied to the rule
 */
record Preamble(RuleHeader header, List<String> fields, Map<String, Attribute> attributes, Set<String> applied) {

    Preamble {
        fields = List.copyOf(fields);
        attributes = Collections.unmodifiableMap(attributes);
        applied = Set.copyOf(applied);
    }

    static Preamble of(RuleHeader header) {
        return new Preamble(header, header.fields(), header.attributes(), Set.of());
    }

    Preamble withFields(List<String> others) {
        return new Preamble(header, others, attributes, applied);
    }

    Preamble withAttribute(String name, Attribute value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new Preamble(header, fields, more, applied);
    }

    Preamble appliedBy(String id) {
        if (id.isEmpty()) {
            return this;
        }
        var more = new HashSet<>(applied);
        more.add(id);
        return new Preamble(header, fields, attributes, more);
    }

    /** The header as pipelines leave it. */
    RuleHeader raised() {
        return header.withFields(fields);
    }
}
