package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.DetectionItem;
import io.weir.rule.DetectionRule;
import io.weir.rule.Modifier;
import io.weir.rule.Position;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields that no event of the log source has: a slip, another event's field, or another tool's name for it. Where pipelines make another name of a
 * field, or another log source of the rule's, neither what is written nor what comes of it may be known.
 */
final class FieldCheck implements RuleSetCheck {

    private final WindowsFields fields;

    FieldCheck(WindowsFields fields) {
        this.fields = fields;
    }

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        var known = known(inForce);
        rules.forEach(rule -> rule.detection()
                .ifPresent(detection -> named(detection)
                        .filter(named -> isNeverThere(detection, named) && !known.contains(named.place()))
                        .forEach(named -> report(rule, detection, named, findings))));
    }

    /** Where names stand of fields that may be there when the rules are in force. */
    private Set<Position> known(RuleSet inForce) {
        return inForce.detections().stream()
                .flatMap(detection -> named(detection).filter(named -> !isNeverThere(detection, named)))
                .map(Named::place)
                .collect(Collectors.toSet());
    }

    private boolean isNeverThere(DetectionRule detection, Named named) {
        var category = detection.logSource().category();
        return fields.knows(category) && !fields.has(category, named.field());
    }

    /** A field that an item names, and where. */
    private record Named(String field, Position place) {}

    private static Stream<Named> named(DetectionRule detection) {
        return LintedRule.items(detection).stream().flatMap(FieldCheck::named);
    }

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
                fields.meant(category, named.field())
                        .map(known -> "write " + known)
                        .orElse(""));
    }
}
