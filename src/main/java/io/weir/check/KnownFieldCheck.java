package io.weir.check;

import io.weir.rule.DetectionItem;
import io.weir.rule.Modifier;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is known of the values of certain fields, and of field names (SigmaHQ checks the same). */
final class KnownFieldCheck implements RuleCheck {

    private static final Set<String> HASHES = Set.of("Hashes", "Hash");

    /** A kind, {@code =}, and as many digits as the kind has, or none where any hash of the kind will do. */
    private static final Pattern HASH =
            Pattern.compile("(?i)(?:MD5|IMPHASH)=(?:[0-9a-f]{32})?|SHA1=(?:[0-9a-f]{40})?|SHA256=(?:[0-9a-f]{64})?");

    @Override
    public void check(LintedRule rule, Findings findings) {
        for (var item : rule.items()) {
            space(rule, item, findings);
            hashes(rule, item, findings);
            users(rule, item, findings);
        }
    }

    private static void space(LintedRule rule, DetectionItem item, Findings findings) {
        if (item.field().indexOf(' ') >= 0) {
            findings.add(
                    rule,
                    ProblemCode.SPACE_IN_FIELD_NAME,
                    item.position(),
                    "the field " + Shown.of(item.field()) + " with a space in its name",
                    "a name without spaces",
                    "write " + item.field().replace(" ", ""));
        }
    }

    private static void hashes(LintedRule rule, DetectionItem item, Findings findings) {
        if (HASHES.contains(item.field()) && !item.has(Modifier.RE)) {
            texts(item)
                    .filter(value -> !Stream.of(value.text().split("[*,]", -1))
                            .filter(part -> !part.isEmpty())
                            .allMatch(part -> HASH.matcher(part).matches()))
                    .forEach(value -> findings.add(
                            rule,
                            ProblemCode.INVALID_HASH,
                            value.position(),
                            Shown.of(value.text()) + " is no hash",
                            "a kind of hash, =, and as many digits as it has",
                            ""));
        }
    }

    private static void users(LintedRule rule, DetectionItem item, Findings findings) {
        if (item.field().toLowerCase(Locale.ROOT).contains("user")
                && item.values().size() == 1) {
            texts(item)
                    .filter(value -> Stream.of("AUTHORI", "AUTORI").anyMatch(value.text()::contains))
                    .forEach(value -> findings.add(
                            rule,
                            ProblemCode.LOCALISED_NAME,
                            value.position(),
                            Shown.of(value.text()) + ", which Windows writes in its own language",
                            "several languages, or a SID",
                            ""));
        }
    }

    private static Stream<SigmaValue.Text> texts(DetectionItem item) {
        return item.values().stream().filter(SigmaValue.Text.class::isInstance).map(SigmaValue.Text.class::cast);
    }
}
