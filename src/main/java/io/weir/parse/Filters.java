package io.weir.parse;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.LogSource;
import io.weir.rule.Position;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Applies filters to the rules that they are for, whatever files those are in (Sigma filters specification). A rule that a filter is for
 * and can't be applied to is a problem of the filter; to the others it is applied all the same.
 */
final class Filters implements SigmaRule.Cases<SigmaRule> {

    /** More filters on one rule are refused: rules times filters must not grow without bound. */
    static final int MOST_OF_ONE_RULE = 100;

    private final List<SigmaRule> rules;
    private final List<RuleHeader> refused;
    private final Map<String, SigmaRule> byId = new HashMap<>();
    private final Map<String, List<SigmaRule>> byName = new HashMap<>();
    private final Map<String, List<Filter>> filtersOf = new HashMap<>();

    private Filters(List<SigmaRule> rules, List<RuleHeader> refused) {
        this.rules = rules;
        this.refused = refused;
        for (var rule : rules) {
            byId.put(rule.header().id(), rule);
            if (!rule.header().name().isEmpty()) {
                byName.computeIfAbsent(rule.header().name(), name -> new ArrayList<>())
                        .add(rule);
            }
        }
    }

    /**
     * The rules in their order, those that filters are for with the filters. What is wrong with a filter goes to its log.
     *
     * @param refused rules that can't be read: a filter that is for one is told so
     */
    static List<SigmaRule> apply(List<Filter> filters, List<SigmaRule> rules, List<RuleHeader> refused) {
        var applied = new Filters(rules, refused);
        filters.forEach(applied::place);
        return rules.stream().map(rule -> rule.match(applied)).toList();
    }

    @Override
    public SigmaRule detection(DetectionRule rule) {
        return FilteredRule.of(rule, filtersOf.getOrDefault(rule.header().id(), List.of()));
    }

    @Override
    public SigmaRule correlation(CorrelationRule rule) {
        return rule;
    }

    private void place(Filter filter) {
        if (filter.isForAny()) {
            placeOnAny(filter);
        } else {
            filter.rules().forEach(reference -> placeOn(reference, filter));
        }
    }

    private void placeOnAny(Filter filter) {
        var taken = rules.stream()
                .filter(DetectionRule.class::isInstance)
                .map(DetectionRule.class::cast)
                .filter(rule -> filter.takesIn(rule.logSource()))
                .toList();
        taken.forEach(rule -> add(filter, rule, filter.rulesPosition()));
        if (taken.isEmpty()) {
            filter.log()
                    .add(
                            ProblemCode.INVALID_FILTER,
                            filter.rulesPosition(),
                            "the filter applies to no rule",
                            "a rule of its log source");
        }
    }

    private void placeOn(RuleReference reference, Filter filter) {
        var meant = meant(reference.rule());
        if (meant.size() != 1) {
            filter.log().add(meant.isEmpty() ? notThere(reference) : ambiguous(reference));
        } else if (!(meant.get(0) instanceof DetectionRule rule)) {
            filter.log().add(notARuleOfEvents(reference));
        } else if (!filter.takesIn(rule.logSource())) {
            filter.log().add(elsewhere(reference, rule));
        } else {
            add(filter, rule, reference.position());
        }
    }

    private List<SigmaRule> meant(String reference) {
        return Optional.ofNullable(byId.get(reference.toLowerCase(Locale.ROOT)))
                .map(List::of)
                .orElseGet(() -> byName.getOrDefault(reference, List.of()));
    }

    private void add(Filter filter, DetectionRule rule, Position place) {
        var others = filtersOf.computeIfAbsent(rule.header().id(), id -> new ArrayList<>());
        if (others.contains(filter)) {
            return; // named twice, by id and by name
        }
        if (others.size() < MOST_OF_ONE_RULE) {
            others.add(filter);
        } else {
            var found = "more than " + MOST_OF_ONE_RULE + " filters for "
                    + Quoted.of(rule.header().label());
            filter.log().add(ProblemCode.TOO_LARGE, place, found, "at most " + MOST_OF_ONE_RULE + " on one rule");
        }
    }

    private Problem notThere(RuleReference reference) {
        return refused.stream()
                .filter(header -> header.isMeantBy(reference.rule()))
                .findFirst()
                .map(header -> refused(reference, header))
                .orElseGet(() -> missing(reference));
    }

    private static Problem refused(RuleReference reference, RuleHeader header) {
        var found = "the rule that it is for was refused: " + header.label();
        return Problem.at(ProblemCode.REFUSED_REFERENCE, reference.position(), found)
                .expecting("a rule in force")
                .fixedBy("mend that rule first");
    }

    private static Problem missing(RuleReference reference) {
        var problem = Problem.at(
                        ProblemCode.MISSING_RULE,
                        reference.position(),
                        "no rule has the id or the name " + Quoted.of(reference.rule()))
                .expecting("the id or the name of a rule that is loaded, too, and not refused");
        return reference.rule().equalsIgnoreCase(FilterParser.ANY)
                ? problem.fixedBy("for all rules of the log source, write rules: any")
                : problem;
    }

    private static Problem ambiguous(RuleReference reference) {
        return Problem.at(
                        ProblemCode.AMBIGUOUS_REFERENCE,
                        reference.position(),
                        "several rules have the name " + Quoted.of(reference.rule()))
                .expecting("a name that one rule has")
                .fixedBy("refer to the rule by its id");
    }

    private static Problem notARuleOfEvents(RuleReference reference) {
        return Problem.at(
                        ProblemCode.INVALID_REFERENCE,
                        reference.position(),
                        Quoted.of(reference.rule()) + " is a correlation, which no filter is for")
                .expecting("a rule that looks at events")
                .fixedBy("refer to the rules that the correlation looks at");
    }

    private static Problem elsewhere(RuleReference reference, DetectionRule rule) {
        var found = "the filter's log source does not take in that of " + Quoted.of(reference.rule());
        return Problem.at(ProblemCode.INVALID_FILTER, reference.position(), found)
                .expecting("a log source that takes in " + described(rule.logSource()));
    }

    private static String described(LogSource source) {
        var parts = new ArrayList<String>();
        Map.of("product", source.product(), "category", source.category(), "service", source.service())
                .entrySet()
                .stream()
                .filter(part -> !part.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parts.add(part.getKey() + ": " + part.getValue()));
        return String.join(", ", parts);
    }
}
