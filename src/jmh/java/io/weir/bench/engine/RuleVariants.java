package io.weir.bench.engine;

import io.weir.rule.Detection;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.RuleHeader;
import io.weir.rule.Selection;
import io.weir.rule.SigmaValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * More rules, made of those that are there: the same selections and conditions with other words in their texts, so that they seldom match. What many rules look
 * for stays ({@code \powershell.exe}, {@code SetValue}): so would it in rules that people write. What a selection named {@code filter…} leaves out stays,
 * too: with other words it would leave out nothing, and its rule match often.
 */
final class RuleVariants {

    private static final long SEED = 5;

    /** A text that so many rules look for is not changed. */
    private static final int COMMON = 30;

    /** Their values are no words. */
    private static final Set<Modifier> FIXED =
            Set.of(Modifier.CIDR, Modifier.EXPAND, Modifier.FIELDREF, Modifier.EXISTS);

    private final List<DetectionRule> rules;
    private final Set<String> common;
    private final Words words;

    private RuleVariants(Collection<DetectionRule> rules) {
        this.rules = List.copyOf(rules);
        this.common = common(rules);
        this.words = Words.of(rules.stream().flatMap(RuleVariants::texts).toList(), new Random(SEED));
    }

    /** The rules and variants of them, together so many; none but the rules where none of them has a word to change. */
    static List<DetectionRule> of(Collection<DetectionRule> rules, int count) {
        return new RuleVariants(rules).upTo(count);
    }

    private static Stream<String> texts(DetectionRule rule) {
        return RuleTexts.texts(RuleTexts.items(rule));
    }

    private static Set<String> common(Collection<DetectionRule> rules) {
        return rules.stream()
                .flatMap(rule -> texts(rule).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= COMMON)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<DetectionRule> upTo(int count) {
        var all = new ArrayList<>(rules);
        var changeable = rules.stream()
                .filter(rule -> !variant(rule, 0).detection().equals(rule.detection()))
                .toList();
        for (int i = 0; all.size() < count && !changeable.isEmpty(); i++) {
            all.add(variant(changeable.get(i % changeable.size()), i));
        }
        return all;
    }

    private DetectionRule variant(DetectionRule rule, int number) {
        var selections = new LinkedHashMap<String, Selection>();
        rule.detection()
                .selections()
                .forEach((name, selection) ->
                        selections.put(name, name.startsWith("filter") ? selection : selection.match(new Changed())));
        return new DetectionRule(
                header(rule.header(), number),
                rule.logSource(),
                rule.sources(),
                new Detection(selections, rule.detection().conditions()));
    }

    private static RuleHeader header(RuleHeader header, int number) {
        var id = UUID.nameUUIDFromBytes((header.id() + number).getBytes(StandardCharsets.UTF_8));
        return new RuleHeader(
                id.toString(),
                "",
                header.title(),
                header.description(),
                header.author(),
                header.status(),
                header.level(),
                header.tags(),
                header.references(),
                header.falsePositives(),
                header.fields(),
                header.attributes(),
                header.hash() + number,
                header.position());
    }

    /** A selection with other words. */
    private final class Changed implements Selection.Cases<Selection> {

        @Override
        public Selection allOf(Selection.AllOf selection) {
            return new Selection.AllOf(changed(selection.parts()));
        }

        @Override
        public Selection anyOf(Selection.AnyOf selection) {
            return new Selection.AnyOf(changed(selection.parts()));
        }

        private List<Selection> changed(List<Selection> parts) {
            return parts.stream().map(part -> part.match(this)).toList();
        }

        @Override
        public Selection test(Selection.Test selection) {
            var item = selection.item();
            if (item.modifiers().stream().anyMatch(FIXED::contains)) {
                return selection;
            }
            boolean isExpression = item.has(Modifier.RE);
            var values = item.values().stream()
                    .map(value -> value(value, isExpression))
                    .toList();
            return new Selection.Test(new DetectionItem(item.field(), item.modifiers(), values, item.position()));
        }

        private SigmaValue value(SigmaValue value, boolean isExpression) {
            if (!(value instanceof SigmaValue.Text text) || common.contains(text.text())) {
                return value;
            }
            var other = isExpression ? words.inExpression(text.text()) : words.inText(text.text());
            return new SigmaValue.Text(other, text.position());
        }
    }
}
