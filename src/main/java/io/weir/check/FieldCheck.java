package io.weir.check;

import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Fields that no event of the log source has: a slip, another event's field, or another tool's name for it. */
final class FieldCheck implements RuleCheck {

    private final WindowsFields fields;

    FieldCheck(WindowsFields fields) {
        this.fields = fields;
    }

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.detection()
                .filter(detection -> fields.knows(detection.logSource().category()))
                .ifPresent(detection -> rule.items().stream()
                        .flatMap(FieldCheck::named)
                        .filter(named -> !fields.has(detection.logSource().category(), named.field()))
                        .forEach(named -> report(rule, detection, named, findings)));
    }

    /** A field that an item names, and where. */
    private record Named(String field, Position place) {}

    private static Stream<Named> named(DetectionItem item) {
        var own = Stream.of(new Named(item.field(), item.position()))
                .filter(named -> !item.isKeyword() && !asksForAbsence(item));
        return item.has(Modifier.FIELDREF)
                ? Stream.concat(own, item.values().stream().flatMap(FieldCheck::referredTo))
                : own;
    }

    private static Stream<Named> referredTo(SigmaValue value) {
        return value instanceof SigmaValue.Text text
                ? Literals.plain(text.text()).stream().map(field -> new Named(field, text.position()))
                : Stream.empty();
    }

    /** That a field is absent is a sensible question about one that is never there. */
    private static boolean asksForAbsence(DetectionItem item) {
        return item.has(Modifier.EXISTS) || item.values().stream().allMatch(value -> value instanceof SigmaValue.Null);
    }

    private void report(LintedRule rule, DetectionRule detection, Named named, Findings findings) {
        var category = detection.logSource().category();
        findings.add(
                rule,
                ProblemCode.FIELD_NEVER_THERE,
                named.place(),
                "events of category " + category + " have no field " + Shown.of(named.field()),
                "one of their fields",
                nearest(category, named.field()));
    }

    private String nearest(String category, String field) {
        return fields.byCategory().getOrDefault(category, Set.of()).stream()
                .sorted()
                .filter(known -> known.toLowerCase(Locale.ROOT).equals(field.toLowerCase(Locale.ROOT))
                        || Slip.isOf(field, known))
                .findFirst()
                .map(known -> "write " + known)
                .orElse("");
    }
}
