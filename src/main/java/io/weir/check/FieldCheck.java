package io.weir.check;

import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Locale;
import java.util.Set;

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
                        .filter(item -> !item.isKeyword() && !asksForAbsence(item))
                        .filter(item -> !fields.has(detection.logSource().category(), item.field()))
                        .forEach(item -> report(rule, detection, item, findings)));
    }

    /** That a field is absent is a sensible question about one that is never there. */
    private static boolean asksForAbsence(DetectionItem item) {
        return item.has(Modifier.EXISTS) || item.values().stream().allMatch(value -> value instanceof SigmaValue.Null);
    }

    private void report(LintedRule rule, DetectionRule detection, DetectionItem item, Findings findings) {
        var category = detection.logSource().category();
        findings.add(
                rule,
                ProblemCode.FIELD_NEVER_THERE,
                item.position(),
                "events of category " + category + " have no field " + Shown.of(item.field()),
                "one of their fields",
                nearest(category, item.field()));
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
