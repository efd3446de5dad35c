package io.weir.check;

import io.weir.rule.ProblemCode;
import java.util.Set;
import java.util.stream.Stream;

/** How SigmaHQ writes titles: up to 120 characters, a capital first, no full stop, and not what every rule does anyway ("Detects …"). */
final class TitleCheck implements RuleCheck {

    private static final int LONGEST = 120;

    /** Words that stay in small letters. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "new", "of", "on", "or", "over", "the", "through",
            "to", "via", "with", "without");

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.scalar("title").ifPresent(title -> {
            var text = title.text().strip();
            style(
                    rule,
                    findings,
                    text.length() > LONGEST,
                    "a title of " + text.length() + " characters",
                    "at most 120");
            style(rule, findings, text.endsWith("."), "a title that ends with a full stop", "no full stop");
            style(
                    rule,
                    findings,
                    text.startsWith("Detects "),
                    "a title that begins with 'Detects'",
                    "what is detected");
            style(
                    rule,
                    findings,
                    !text.isEmpty() && Character.isLowerCase(text.codePointAt(0)) && text.indexOf('.') < 0,
                    "a title that begins with a small letter",
                    "a capital first");
            words(rule, text, findings);
        });
    }

    private static void words(LintedRule rule, String text, Findings findings) {
        var small = Stream.of(text.split(" ", -1))
                .skip(1)
                .filter(TitleCheck::isSmall)
                .toList();
        if (!small.isEmpty()) {
            findings.add(
                    rule,
                    ProblemCode.TITLE_CASE,
                    rule.placeOf("title"),
                    "words in small letters: "
                            + String.join(", ", small.stream().map(Shown::of).toList()),
                    "capitals, but for words such as of, and, the",
                    "");
        }
    }

    /** Whether the word has letters, none of them a capital, and is no name of a file or the like. */
    private static boolean isSmall(String word) {
        return word.codePoints().anyMatch(Character::isLowerCase)
                && word.codePoints().noneMatch(Character::isUpperCase)
                && word.codePoints().noneMatch(letter -> "./_\\".indexOf(letter) >= 0 || Character.isDigit(letter))
                && !SMALL.contains(word);
    }

    private static void style(LintedRule rule, Findings findings, boolean odd, String found, String expected) {
        if (odd) {
            findings.add(rule, ProblemCode.TITLE_STYLE, rule.placeOf("title"), found, expected, "");
        }
    }
}
