package io.weir.match;

import io.weir.rule.CorrelationRule;
import io.weir.rule.CorrelationType;
import io.weir.rule.Link;
import io.weir.rule.Problem;
import io.weir.rule.ProblemCode;
import io.weir.rule.RuleHeader;
import io.weir.rule.RuleReference;
import io.weir.rule.StepChoice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts correlations in force or refuses them: those that others refer to before the others. */
final class CorrelationCompiler {

    private final Map<String, RuleHeader> known;
    private final int mostStages;
    private final SortedMap<String, CorrelationRule> inForce = new TreeMap<>();
    private final Map<String, Integer> stages = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A compiler of correlations.
     *
     * @param known all rules given, those refused included, by id
     * @param detections the ids of the detections in force
     * @param mostStages how many stages of correlations there are to run them
     */
    CorrelationCompiler(Map<String, RuleHeader> known, Collection<String> detections, int mostStages) {
        this.known = known;
        this.mostStages = mostStages;
        detections.forEach(id -> stages.put(id, 0));
    }

    /** Takes the correlations; each is in force afterwards, or has a problem. */
    void compile(Collection<CorrelationRule> given) {
        var references = new References(known.values());
        var resolved = new LinkedHashMap<String, CorrelationRule>();
        for (var rule : given) {
            var found = new RuleProblems(rule.header());
            references.resolve(rule, found).ifPresent(canonical -> resolved.put(id(canonical), canonical));
            problems.addAll(found.list());
        }
        var chains = new Chains(resolved);
        chains.order().forEach(this::judge);
        chains.rest().forEach(rule -> refuse(rule, chains));
    }

    /** The correlations in force, by id. */
    SortedMap<String, CorrelationRule> inForce() {
        return inForce;
    }

    /** The stage of each rule in force, by id. */
    Map<String, Integer> stages() {
        return stages;
    }

    List<Problem> problems() {
        return problems;
    }

    private void judge(CorrelationRule rule) {
        var found = new RuleProblems(rule.header());
        refuseRefused(rule, found);
        if (found.isEmpty()) {
            var inner = rule.steps().stream()
                    .flatMap(step -> Stream.ofNullable(inForce.get(step.rule())).map(of -> new Inner(step, of)))
                    .toList();
            int stage = stage(rule);
            inner.forEach(one -> refuseChain(rule, one, found));
            refuseDepth(rule, stage, found);
            refuseManyWays(rule, found);
            if (found.isEmpty()) {
                inForce.put(id(rule), rule);
                stages.put(id(rule), stage);
            }
        }
        problems.addAll(found.list());
    }

    /** A correlation that another one refers to, in that step. */
    private record Inner(RuleReference step, CorrelationRule rule) {}

    private int stage(CorrelationRule rule) {
        return rule.link() == Link.NONE
                ? 1 + rule.steps().stream().mapToInt(this::stage).max().orElse(0)
                : 0;
    }

    private int stage(RuleReference step) {
        return stages.getOrDefault(step.rule(), 0);
    }

    private void refuseRefused(CorrelationRule rule, RuleProblems found) {
        for (var step : rule.steps()) {
            if (!stages.containsKey(step.rule())) {
                found.add(
                        ProblemCode.REFUSED_REFERENCE,
                        step.position(),
                        "the rule that it refers to was refused: " + label(step),
                        "a rule in force",
                        "mend that rule first");
            }
        }
    }

    private static void refuseChain(CorrelationRule rule, Inner inner, RuleProblems found) {
        var header = inner.rule().header();
        if (rule.link() != Link.NONE) {
            found.add(
                    ProblemCode.INVALID_CHAIN,
                    inner.step().position(),
                    "a correlation with a link refers to a correlation: " + header.label(),
                    "rules that look at events, since a link follows their processes",
                    "take the link out, or refer to the rules that '" + header.title() + "' refers to");
        }
    }

    private static void refuseManyWays(CorrelationRule rule, RuleProblems found) {
        if (rule.type() == CorrelationType.TEMPORAL_ORDERED
                && StepChoice.of(rule).size() > StepChoice.MOST) {
            found.add(
                    ProblemCode.TOO_LARGE,
                    rule.places().condition(),
                    "a condition that more than " + StepChoice.MOST + " different sequences of its rules fulfil",
                    "one that " + StepChoice.MOST + " or fewer do, since each is looked for",
                    "ask for more of the rules, or write several correlations");
        }
    }

    private void refuseDepth(CorrelationRule rule, int stage, RuleProblems found) {
        if (stage > mostStages) {
            rule.steps().stream()
                    .filter(step -> stage(step) == stage - 1)
                    .findFirst()
                    .ifPresent(step -> found.add(
                            ProblemCode.INVALID_CHAIN,
                            step.position(),
                            "a chain of " + stage + " correlations, where the job has stages for " + mostStages,
                            "a chain of at most " + mostStages,
                            "give the job --correlation-stages " + stage));
        }
    }

    private void refuse(CorrelationRule rule, Chains chains) {
        var found = new RuleProblems(rule.header());
        chains.nextInCircle(rule)
                .ifPresentOrElse(next -> Circle.of(rule, chains).refuse(found), () -> refuseRefused(rule, found));
        problems.addAll(found.list());
    }

    private String label(RuleReference step) {
        var header = known.get(step.rule());
        return header == null ? step.rule() : header.label();
    }

    private static String id(CorrelationRule rule) {
        return rule.header().id();
    }
}
