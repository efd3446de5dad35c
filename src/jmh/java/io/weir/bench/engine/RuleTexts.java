package io.weir.bench.engine;

import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What rules look for. */
final class RuleTexts {

    /** Values under these are no text that stands in an event. */
    private static final Set<Modifier> NOT_PLAIN = Set.of(
            Modifier.RE,
            Modifier.CIDR,
            Modifier.EXPAND,
            Modifier.FIELDREF,
            Modifier.BASE64,
            Modifier.BASE64OFFSET,
            Modifier.UTF16,
            Modifier.UTF16LE,
            Modifier.UTF16BE,
            Modifier.WIDE);

    private RuleTexts() {}

    /** All items of the rule's selections. */
    static Stream<DetectionItem> items(DetectionRule rule) {
        return rule.detection().selections().values().stream().flatMap(selection -> selection.match(Items.CASES));
    }

    /** The texts of the items. */
    static Stream<String> texts(Stream<DetectionItem> items) {
        return items.flatMap(item -> item.values().stream())
                .filter(SigmaValue.Text.class::isInstance)
                .map(value -> ((SigmaValue.Text) value).text());
    }

    /** The different plain texts in ASCII, of at least so many characters, that rules look for in that field. */
    static List<String> literals(Collection<DetectionRule> rules, String field, int shortest) {
        var items = rules.stream()
                .flatMap(RuleTexts::items)
                .filter(item -> item.field().equals(field))
                .filter(item -> item.modifiers().stream().noneMatch(NOT_PLAIN::contains));
        return texts(items)
                .filter(text -> text.length() >= shortest)
                .filter(text -> text.indexOf('*') < 0 && text.indexOf('?') < 0)
                .filter(text -> text.chars().allMatch(character -> character < 128))
                .distinct()
                .sorted()
                .toList();
    }

    private enum Items implements Selection.Cases<Stream<DetectionItem>> {
        CASES;

        @Override
        public Stream<DetectionItem> allOf(Selection.AllOf selection) {
            return selection.parts().stream().flatMap(part -> part.match(this));
        }

        @Override
        public Stream<DetectionItem> anyOf(Selection.AnyOf selection) {
            return selection.parts().stream().flatMap(part -> part.match(this));
        }

        @Override
        public Stream<DetectionItem> test(Selection.Test selection) {
            return Stream.of(selection.item());
        }
    }
}
