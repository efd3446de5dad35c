package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import io.weir.rule.SigmaRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What correlations refer to, by id in any case or by name (Sigma correlation rules specification, "Related rules"). Names become ids.
 */
final class References {

    private final Map<String, RuleHeader> byId = new HashMap<>();
    private final Map<String, List<RuleHeader>> byName = new HashMap<>();
    private final Set<String> correlations = new HashSet<>();
    private final Set<String> inForce;

    /**
     * The rules that may be referred to.
     *
     * @param inForce the ids of the detection rules in force
     */
    References(Collection<DetectionRule> detections, Collection<CorrelationRule> correlations, Set<String> inForce) {
        this.inForce = inForce;
        detections.forEach(this::add);
        correlations.forEach(this::add);
        correlations.forEach(rule -> this.correlations.add(rule.header().id()));
    }

    private void add(SigmaRule rule) {
        var header = rule.header();
        byId.put(header.id(), header);
        if (!header.name().isEmpty()) {
            byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header);
        }
    }

    /** The correlation with ids for names, or none where a reference is to no rule that it can be to; then the problems say why. */
    Optional<CorrelationRule> resolve(CorrelationRule correlation, RuleProblems problems) {
        var steps = correlation.steps().stream()
                .flatMap(step -> resolve(step, problems).stream())
                .toList();
        return problems.isEmpty()
                ? Optional.of(correlation.resolved(steps, correlation.aliases(), correlation.condition()))
                : Optional.empty();
    }

    private Optional<RuleReference> resolve(RuleReference reference, RuleProblems problems) {
        var meant = meant(reference.rule());
        if (meant.size() == 1) {
            return usable(meant.get(0), reference, problems);
        }
        if (meant.isEmpty()) {
            problems.add(
                    reference.position(),
                    "no rule has the id or the name '" + reference.rule() + "'",
                    "the id or the name of a rule that is loaded, too, and not refused",
                    "");
        } else {
            problems.add(
                    reference.position(),
                    "several rules have the name '" + reference.rule() + "': " + labels(meant),
                    "a name that one rule has",
                    "refer to the rule by its id");
        }
        return Optional.empty();
    }

    private List<RuleHeader> meant(String written) {
        var rule = byId.get(written.toLowerCase(Locale.ROOT));
        return rule == null ? byName.getOrDefault(written, List.of()) : List.of(rule);
    }

    private static String labels(List<RuleHeader> rules) {
        return rules.stream().map(RuleHeader::label).sorted().limit(3).collect(Collectors.joining(", "));
    }

    private Optional<RuleReference> usable(RuleHeader header, RuleReference reference, RuleProblems problems) {
        if (correlations.contains(header.id())) {
            problems.add(
                    reference.position(),
                    "'" + reference.rule() + "' is itself a correlation, and Weir does not chain correlations yet",
                    "rules that look at events",
                    "refer to the rules that '" + header.label() + "' refers to");
            return Optional.empty();
        }
        if (!inForce.contains(header.id())) {
            problems.add(reference.position(), refused(header), "a rule in force", "mend that rule first");
            return Optional.empty();
        }
        return Optional.of(new RuleReference(header.id(), reference.position()));
    }

    private static String refused(RuleHeader header) {
        return "the rule that it refers to was refused: " + header.label();
    }
}
