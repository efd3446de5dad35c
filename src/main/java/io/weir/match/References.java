package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What correlations refer to, by id in any case or by name (Sigma correlation rules specification, "Related rules"). Names become ids,
 * wherever they stand.
 */
final class References {

    private final Map<String, RuleHeader> byId = new HashMap<>();
    private final Map<String, List<RuleHeader>> byName = new HashMap<>();

    /** The rules that may be referred to, those refused included. */
    References(Collection<RuleHeader> rules) {
        rules.forEach(this::add);
    }

    private void add(RuleHeader header) {
        byId.put(header.id(), header);
        if (!header.name().isEmpty()) {
            byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header);
        }
    }

    /** The correlation with ids for names, or none where what it says of rules can't be so; then the problems say why. */
    Optional<CorrelationRule> resolve(CorrelationRule correlation, RuleProblems problems) {
        var ids = ids(correlation, problems);
        return problems.isEmpty() ? new CanonicalReferences(correlation, ids, problems).resolve() : Optional.empty();
    }

    /** The id for each way to write a rule that the correlation has; what stands for no rule, or for several, is told once. */
    private Map<String, String> ids(CorrelationRule correlation, RuleProblems problems) {
        var ids = new HashMap<String, String>();
        var seen = new HashSet<String>();
        Stream.concat(correlation.steps().stream(), correlation.places().mentions().stream())
                .filter(reference -> seen.add(reference.rule()))
                .forEach(reference ->
                        resolve(reference, problems).ifPresent(header -> ids.put(reference.rule(), header.id())));
        return ids;
    }

    private Optional<RuleHeader> resolve(RuleReference reference, RuleProblems problems) {
        var meant = meant(reference.rule());
        if (meant.size() == 1) {
            return Optional.of(meant.get(0));
        } else if (meant.isEmpty()) {
            problems.add(
                    ProblemCode.MISSING_RULE,
                    reference.position(),
                    "no rule has the id or the name '" + reference.rule() + "'",
                    "the id or the name of a rule that is loaded, too, and not refused",
                    "");
        } else {
            problems.add(
                    ProblemCode.AMBIGUOUS_REFERENCE,
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
}
