package io.weir.check;

import io.weir.match.RuleSet;
import io.weir.rule.DetectionRule;
import io.weir.rule.EventSource;
import io.weir.rule.ProblemCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rules that add nothing, because another of the same log source and of at least their level matches whatever they match. Refused rules match nothing and are left out. A narrower rule of a
 * higher level is how Sigma rules are meant to be written, and is not told.
 */
final class CoverageCheck implements RuleSetCheck {

    /** Enough for any pair of SigmaHQ's rules; a pair that needs more is taken as unlike. */
    private static final int MOST_STEPS = 20_000;

    /** More rules than these of one log source are not compared with each other. */
    private static final int MOST_RULES = 5_000;

    /** A rule ready to be compared, as it is in force: a filter leaves less of it than is written. */
    private record Compared(LintedRule rule, Formula formula) {}

    /** Which events a rule looks at. */
    private record Source(String product, String category, String service, List<EventSource> added) {
        static Source of(DetectionRule rule) {
            var source = rule.logSource();
            return new Source(source.product(), source.category(), source.service(), rule.sources());
        }
    }

    @Override
    public void check(List<LintedRule> rules, RuleSet inForce, Findings findings) {
        Map<Source, List<Compared>> bySource = new HashMap<>();
        for (var rule : rules) {
            rule.detection()
                    .flatMap(detection -> inForce.detection(detection.header().id()))
                    .ifPresent(detection -> bySource.computeIfAbsent(Source.of(detection), source -> new ArrayList<>())
                            .add(new Compared(rule, FormulaCompiler.of(detection.detection()))));
        }
        bySource.values().stream().filter(group -> group.size() <= MOST_RULES).forEach(group -> check(group, findings));
    }

    private static void check(List<Compared> group, Findings findings) {
        var candidates =
                new CoverageCandidates(group.stream().map(Compared::formula).toList());
        var narrower = group.stream().map(wide -> candidates.of(wide.formula())).toList();
        var covered = IntStream.range(0, group.size())
                .parallel()
                .mapToObj(wide -> coveredBy(wide, narrower.get(wide), group))
                .toList();
        var covering = new TreeMap<Integer, Integer>();
        for (int wide = 0; wide < group.size(); wide++) {
            int first = wide;
            covered.get(wide).forEach(narrow -> covering.putIfAbsent(narrow, first));
        }
        covering.forEach((narrow, wide) ->
                report(group.get(narrow).rule(), group.get(wide).rule(), findings));
    }

    private static List<Integer> coveredBy(int wide, BitSet candidates, List<Compared> group) {
        return candidates.stream()
                .filter(narrow -> narrow != wide && isCovered(group.get(narrow), group.get(wide), narrow < wide))
                .boxed()
                .toList();
    }

    private static boolean isCovered(Compared narrow, Compared wide, boolean isFirst) {
        return narrow.rule().header().level().compareTo(wide.rule().header().level()) <= 0
                && Implication.holds(narrow.formula(), wide.formula(), MOST_STEPS)
                && !(isFirst && isTheSame(narrow, wide));
    }

    /** Of two rules that match the same, only the second is told. */
    private static boolean isTheSame(Compared narrow, Compared wide) {
        return narrow.rule().header().level() == wide.rule().header().level()
                && Implication.holds(wide.formula(), narrow.formula(), MOST_STEPS);
    }

    private static void report(LintedRule narrow, LintedRule wide, Findings findings) {
        var place = wide.header().position();
        findings.add(
                narrow,
                ProblemCode.COVERED,
                narrow.placeOf("detection"),
                "whatever this rule matches, '" + wide.header().label() + "' matches, too",
                "a rule that matches something of its own, or has a higher level than " + place.file() + ":"
                        + place.line(),
                "");
    }
}
