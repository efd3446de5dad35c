package io.weir.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One of the many ways to write what a condition means: negations stand at the leaves, what joins the same way is flat, and parts are
 * sorted. Two trees that differ by no more than that become the same.
 */
final class NormalForm {

    private static final JsonNodeFactory JSON = new ObjectMapper().getNodeFactory();

    private NormalForm() {}

    /** The rule with its conditions in this form. */
    static JsonNode of(JsonNode rule) {
        if (!rule.has("conditions")) {
            return rule;
        }
        ObjectNode normal = rule.deepCopy();
        var conditions = normal.putArray("conditions");
        rule.get("conditions")
                .valueStream()
                .filter(one -> !one.isNull())
                .forEach(one -> conditions.add(tree(one, false)));
        return normal;
    }

    private static JsonNode tree(JsonNode node, boolean negated) {
        if (!node.isArray()) {
            return negated ? JSON.arrayNode().add("not").add(node) : node;
        }
        var kind = node.get(0).asText();
        if (kind.equals("not")) {
            return tree(node.get(1), !negated);
        }
        var join = kind.equals("and") == negated ? "or" : "and";
        var parts = node.valueStream()
                .skip(1)
                .map(part -> tree(part, negated))
                .flatMap(part -> isJoined(part, join) ? part.valueStream().skip(1) : Stream.of(part))
                .sorted(Comparator.comparing(JsonNode::toString))
                .toList();
        ArrayNode joined = JSON.arrayNode().add(join);
        return parts.size() == 1 ? parts.get(0) : joined.addAll(parts);
    }

    private static boolean isJoined(JsonNode node, String join) {
        return node.isArray() && node.get(0).asText().equals(join);
    }
}
