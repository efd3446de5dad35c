package io.weir.check;

import io.weir.parse.Yaml;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Position;
import io.weir.rule.RuleHeader;
import io.weir.rule.Selection;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that could be read, with the document that it was read from: what a check looks at.
 *
 * @param rule what it means
 * @param document what it says, every key with its place
 */
record LintedRule(SigmaRule rule, Yaml.Mapping document) {

    RuleHeader header() {
        return rule.header();
    }

    /** The rule as a detection, if it is one. */
    Optional<DetectionRule> detection() {
        return rule instanceof DetectionRule detection ? Optional.of(detection) : Optional.empty();
    }

    /** The rule as a correlation, if it is one. */
    Optional<CorrelationRule> correlation() {
        return rule instanceof CorrelationRule correlation ? Optional.of(correlation) : Optional.empty();
    }

    /** The value of a top-level key; none where it is absent or null. */
    Optional<Yaml> find(String key) {
        return document.find(key).map(Yaml.Entry::value).filter(value -> !isNull(value));
    }

    private static boolean isNull(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.isNull();
    }

    /** The single value of a top-level key, if it has one. */
    Optional<Yaml.Scalar> scalar(String key) {
        return find(key).flatMap(value -> value instanceof Yaml.Scalar scalar ? Optional.of(scalar) : Optional.empty());
    }

    /** The single values of a top-level key: one, or those of a list. */
    List<Yaml.Scalar> scalars(String key) {
        return find(key).map(LintedRule::scalars).orElse(List.of());
    }

    private static List<Yaml.Scalar> scalars(Yaml value) {
        var items = value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value);
        var scalars = new ArrayList<Yaml.Scalar>();
        for (var item : items) {
            if (item instanceof Yaml.Scalar scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    /** Where a top-level key stands, or where the rule begins if it has no such key. */
    Position placeOf(String key) {
        return document.find(key).map(entry -> entry.key().position()).orElse(document.position());
    }

    /** Where a selection of the detection, or of a filter, stands. */
    Position placeOfSelection(String name) {
        return find("detection")
                .or(() -> find("filter"))
                .flatMap(value -> value instanceof Yaml.Mapping map ? map.find(name) : Optional.empty())
                .map(entry -> entry.key().position())
                .orElse(document.position());
    }

    /** All detection items, in the order of the rule; none of a correlation. */
    List<DetectionItem> items() {
        return detection().map(LintedRule::items).orElse(List.of());
    }

    /** All detection items of a rule, in its order. */
    static List<DetectionItem> items(DetectionRule rule) {
        var items = new ArrayList<DetectionItem>();
        rule.detection().selections().values().forEach(part -> part.match(new Items(items)));
        return items;
    }

    /** Gathers the items of a selection. */
    private record Items(List<DetectionItem> found) implements Selection.Cases<Boolean> {
        @Override
        public Boolean allOf(Selection.AllOf selection) {
            selection.parts().forEach(part -> part.match(this));
            return true;
        }

        @Override
        public Boolean anyOf(Selection.AnyOf selection) {
            selection.parts().forEach(part -> part.match(this));
            return true;
        }

        @Override
        public Boolean test(Selection.Test selection) {
            return found.add(selection.item());
        }
    }
}
