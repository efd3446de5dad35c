package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Correlations that refer to each other in a circle.
 *
 * @param first the one that the letter is about
 * @param others those behind it, until it comes again; no more than a letter can name
 * @param whole whether these are all
 */
record Circle(CorrelationRule first, List<CorrelationRule> others, boolean whole) {

    private static final int MOST_NAMED = 5;

    /** The circle that the correlation is part of. */
    static Circle of(CorrelationRule rule, Chains chains) {
        var others = new ArrayList<CorrelationRule>();
        var next = chains.nextInCircle(rule).orElseThrow();
        while (!next.header().id().equals(rule.header().id()) && others.size() < MOST_NAMED) {
            others.add(next);
            next = chains.nextInCircle(next).orElseThrow();
        }
        return new Circle(rule, others, next.header().id().equals(rule.header().id()));
    }

    /** Adds a problem of the first. */
    void refuse(RuleProblems problems) {
        var second = others.isEmpty() ? first : others.get(0);
        var place = first.steps().stream()
                .filter(step -> step.rule().equals(second.header().id()))
                .findFirst()
                .orElseThrow()
                .position();
        problems.add(
                ProblemCode.REFERENCE_CIRCLE,
                place,
                "a circle of references: " + names(),
                "a chain that ends with rules that look at events",
                "");
    }

    private String names() {
        var names = others.stream()
                .map(CorrelationRule::header)
                .map(RuleHeader::label)
                .collect(Collectors.toList());
        if (!whole) {
            names.add("…");
        }
        names.add(0, first.header().label());
        names.add(first.header().label());
        return String.join(" > ", names);
    }
}
