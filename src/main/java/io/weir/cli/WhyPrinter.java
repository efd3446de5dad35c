package io.weir.cli;

import io.weir.match.RuleSet;
import io.weir.rule.SigmaRule;

/** Shows what was found out of a rule. */
interface WhyPrinter {

    /** The finding as text without an end of line at its end. */
    String print(Finding finding);

    /** The forms that a user can choose. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs: one JSON object. */
        JSON
    }

    /**
     * The printer of that form.
     *
     * @param rules where titles of rules are looked up
     * @param most people are told no more alerts of a rule than these
     */
    static WhyPrinter of(Format format, RuleSet rules, int most) {
        return switch (format) {
            case TEXT -> new TextWhyPrinter(rules, most);
            case JSON -> new JsonWhyPrinter(rules);
        };
    }

    /** What a rule is called, or its id where it has no title. */
    static String title(RuleSet rules, String id) {
        return rules.rule(id)
                .map(SigmaRule::header)
                .map(header -> header.title().isEmpty() ? id : header.title())
                .orElse(id);
    }
}
