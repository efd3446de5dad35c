package io.weir.pipeline;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.Problem;
import io.weir.rule.RuleHeader;
import io.weir.rule.SigmaRule;
import io.weir.rule.SigmaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pipelines in a row, as one: by priority, those of one priority by the names of their files, as pySigma puts them together. Whoever
 * names them in another order gets the same.
 */
public final class Pipelines {

    /** No pipeline: rules stay as they are. */
    public static final Pipelines NONE = of(List.of());

    private final List<PipelineItem> items;
    private final Map<String, List<SigmaValue>> vars;

    private Pipelines(List<PipelineItem> items, Map<String, List<SigmaValue>> vars) {
        this.items = items;
        this.vars = vars;
    }

    /** Those pipelines in a row. Where several have a variable of one name, the last one's counts for all. */
    public static Pipelines of(Collection<Pipeline> pipelines) {
        var items = new ArrayList<PipelineItem>();
        var vars = new LinkedHashMap<String, List<SigmaValue>>();
        pipelines.stream()
                .sorted(Comparator.comparingLong(Pipeline::priority).thenComparing(Pipeline::file))
                .forEach(pipeline -> {
                    items.addAll(pipeline.items());
                    vars.putAll(pipeline.vars());
                });
        return new Pipelines(List.copyOf(items), Map.copyOf(vars));
    }

    /**
     * The rules as the pipelines leave them. A correlation is looked at after the rules that it refers to.
     *
     * @return the rules in their order; those that a pipeline refuses, or can't be applied to, are problems
     */
    public ProcessedRules apply(Collection<? extends SigmaRule> rules) {
        return items.isEmpty()
                ? new ProcessedRules(List.copyOf(rules), List.of(), List.of())
                : new Application(rules).result();
    }

    /** The pipelines on their way through some rules. */
    private final class Application implements SigmaRule.Cases<Optional<? extends SigmaRule>> {

        private final Collection<? extends SigmaRule> rules;
        private final Map<String, DetectionRule> detections = new HashMap<>();
        private final LogSources logSources;
        private final List<Problem> problems = new ArrayList<>();

        Application(Collection<? extends SigmaRule> rules) {
            this.rules = rules;
            this.logSources = new LogSources(rules, detections);
        }

        ProcessedRules result() {
            for (var rule : rules) {
                if (rule instanceof DetectionRule detection) {
                    applied(detection).ifPresent(changed -> detections.put(id(rule), changed));
                }
            }
            var processed = new ArrayList<SigmaRule>();
            var refused = new ArrayList<SigmaRule>();
            rules.forEach(rule -> rule.match(this).ifPresentOrElse(processed::add, () -> refused.add(rule)));
            return new ProcessedRules(processed, refused, problems);
        }

        @Override
        public Optional<DetectionRule> detection(DetectionRule rule) {
            return Optional.ofNullable(detections.get(id(rule)));
        }

        private Optional<DetectionRule> applied(DetectionRule rule) {
            return through(rule.header(), DetectionDraft.of(rule), (item, draft, run) -> item.apply(draft, run))
                    .map(draft -> draft.raised(rule));
        }

        @Override
        public Optional<CorrelationRule> correlation(CorrelationRule rule) {
            var begun = CorrelationDraft.of(rule, logSources.of(rule));
            return through(rule.header(), begun, (item, draft, run) -> item.apply(draft, run))
                    .map(draft -> draft.raised(rule));
        }

        private <D> Optional<D> through(RuleHeader rule, D begun, Move<D> move) {
            var run = new Run(vars);
            var draft = begun;
            for (var item : items) {
                try {
                    draft = move.by(item, draft, run);
                } catch (Unfit unfit) {
                    refuse(rule, unfit, item);
                    return Optional.empty();
                }
            }
            return Optional.of(draft);
        }

        private void refuse(RuleHeader rule, Unfit unfit, PipelineItem item) {
            problems.add(Problem.at(unfit.code(), unfit.position(), unfit.found() + " (" + item.described() + ")")
                    .ofRule(rule.label())
                    .fixedBy(unfit.fix()));
        }
    }

    /** How a rule of some kind goes through one item. */
    private interface Move<D> {
        D by(PipelineItem item, D draft, Run run) throws Unfit;
    }

    private static String id(SigmaRule rule) {
        return rule.header().id();
    }
}
