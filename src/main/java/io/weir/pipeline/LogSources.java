package io.weir.pipeline;

import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.LogSource;
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

/** The log sources of the rules that correlations look at, directly or by other correlations, as pipelines left them. */
final class LogSources {

    private final Map<String, SigmaRule> byReference = new HashMap<>();
    private final Map<String, DetectionRule> processed;

    /** Of those rules; the detection rules among them by id, as soon as pipelines are through with them. */
    LogSources(Collection<? extends SigmaRule> rules, Map<String, DetectionRule> processed) {
        this.processed = processed;
        for (var rule : rules) {
            byReference.put(rule.header().name(), rule);
        }
        for (var rule : rules) {
            byReference.put(rule.header().id(), rule);
        }
    }

    List<LogSource> of(CorrelationRule rule) {
        var found = new ArrayList<LogSource>();
        gather(rule, found, new HashSet<>());
        return found;
    }

    private void gather(SigmaRule rule, List<LogSource> found, Set<String> seen) {
        if (!seen.add(rule.header().id())) {
            return;
        }
        if (rule instanceof CorrelationRule correlation) {
            correlation.steps().forEach(step -> referred(step.rule()).ifPresent(next -> gather(next, found, seen)));
        } else {
            Optional.ofNullable(processed.get(rule.header().id()))
                    .map(DetectionRule::logSource)
                    .ifPresent(found::add);
        }
    }

    private Optional<SigmaRule> referred(String reference) {
        return Optional.ofNullable(byReference.get(reference))
                .or(() -> Optional.ofNullable(byReference.get(reference.toLowerCase(Locale.ROOT))));
    }
}
