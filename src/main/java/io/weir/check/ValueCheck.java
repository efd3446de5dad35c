package io.weir.check;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that say less, or other things, than their author may think (pySigma checks the same). */
final class ValueCheck implements RuleCheck {

    /** Not with a zero before it, which YAML would read as octal, or as text. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)");

    /** Under these a value is no text with wildcards. */
    private static final Set<Modifier> OTHER = Set.of(
            Modifier.RE, Modifier.CIDR, Modifier.FIELDREF, Modifier.EXPAND, Modifier.BASE64, Modifier.BASE64OFFSET);

    private static final Set<Modifier> PARTIAL = Set.of(Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH);

    /** Under no others case does not count. */
    private static final Set<Modifier> CASELESS = Set.of(
            Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH, Modifier.ALL, Modifier.NEQ, Modifier.WINDASH);

    @Override
    public void check(LintedRule rule, Findings findings) {
        for (var item : rule.items()) {
            duplicates(rule, item, findings);
            if (item.modifiers().stream().noneMatch(OTHER::contains)) {
                wildcardsForModifiers(rule, item, findings);
                item.values().forEach(value -> check(rule, item, value, findings));
            }
        }
    }

    private static void check(LintedRule rule, DetectionItem item, SigmaValue value, Findings findings) {
        if (!(value instanceof SigmaValue.Text text)) {
            return;
        }
        var written = text.text();
        if (written.contains("**") && !written.contains("\\**")) {
            report(rule, value, ProblemCode.DOUBLE_WILDCARD, "'**' in " + Shown.of(written), "a single *", findings);
        }
        if (Literals.hasEscapedWildcard(written)) {
            report(
                    rule,
                    value,
                    ProblemCode.ESCAPED_WILDCARD,
                    "an escaped wildcard in " + Shown.of(written),
                    "\\\\* for a backslash and anything, if that was meant",
                    findings);
        }
        if (written.chars().anyMatch(letter -> letter < ' ')) {
            report(
                    rule,
                    value,
                    ProblemCode.CONTROL_CHARACTER,
                    "a control character in " + Shown.of(written),
                    "single quotes, in which \\t is two characters",
                    findings);
        }
        if (item.modifiers().isEmpty()
                && !item.isKeyword()
                && NUMBER.matcher(written).matches()) {
            report(
                    rule,
                    value,
                    ProblemCode.NUMBER_AS_TEXT,
                    "the number " + written + " in quotes",
                    "no quotes",
                    findings);
        }
    }

    private static void wildcardsForModifiers(LintedRule rule, DetectionItem item, Findings findings) {
        if (item.isKeyword() || item.modifiers().stream().anyMatch(PARTIAL::contains)) {
            return;
        }
        var meant = item.values().stream().map(ValueCheck::modifier).distinct().toList();
        if (meant.size() == 1 && !meant.get(0).isEmpty()) {
            findings.add(
                    rule,
                    ProblemCode.WILDCARD_FOR_MODIFIER,
                    item.position(),
                    "wildcards that say '" + meant.get(0) + "'",
                    "the modifier",
                    "write " + item.field() + "|" + meant.get(0) + ", and no wildcards");
        }
    }

    private static String modifier(SigmaValue value) {
        if (!(value instanceof SigmaValue.Text text) || text.text().length() < 2) {
            return "";
        }
        boolean before = text.text().startsWith("*");
        boolean after = text.text().endsWith("*") && !text.text().endsWith("\\*");
        var inner = text.text().substring(before ? 1 : 0, text.text().length() - (after ? 1 : 0));
        if ((!before && !after) || inner.isEmpty() || Literals.plain(inner).isEmpty()) {
            return "";
        }
        if (before && after) {
            return "contains";
        }
        return before ? "endswith" : "startswith";
    }

    private static void duplicates(LintedRule rule, DetectionItem item, Findings findings) {
        boolean folds = CASELESS.containsAll(item.modifiers());
        var seen = new HashSet<String>();
        for (var value : item.values()) {
            if (value instanceof SigmaValue.Text text
                    && !seen.add(folds ? Literals.folded(text.text()) : text.text())) {
                report(
                        rule,
                        value,
                        ProblemCode.DUPLICATE_VALUE,
                        "the value " + Shown.of(text.text()) + " a second time",
                        folds ? "each value once; case does not count" : "each value once",
                        findings);
            }
        }
    }

    private static void report(
            LintedRule rule, SigmaValue value, ProblemCode code, String found, String expected, Findings findings) {
        findings.add(rule, code, value.position(), found, expected, "");
    }
}
