package io.weir.pipeline;

import io.weir.rule.ContentHash;
import io.weir.rule.CorrelationRule;
import io.weir.rule.LogSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A correlation rule while pipelines work on it.
 *
 * @param rule its fields' names as they are now; what it says of itself is in the preamble
 * @param logSources those of the rules that it looks at, directly or not
 */
record CorrelationDraft(Preamble preamble, CorrelationRule rule, List<LogSource> logSources) implements RuleDraft {

    CorrelationDraft {
        logSources = List.copyOf(logSources);
    }

    static CorrelationDraft of(CorrelationRule rule, List<LogSource> logSources) {
        return new CorrelationDraft(Preamble.of(rule.header()), rule, logSources);
    }

    CorrelationDraft with(Preamble other) {
        return new CorrelationDraft(other, rule, logSources);
    }

    CorrelationDraft with(CorrelationRule other) {
        return new CorrelationDraft(preamble, other, logSources);
    }

    @Override
    public Stream<Item> items() {
        return Stream.empty();
    }

    @Override
    public boolean isCorrelation() {
        return true;
    }

    /** The rule that this became: the one given where nothing of it has changed, else one with a hash of its own. */
    CorrelationRule raised(CorrelationRule from) {
        var raised = rule.with(preamble.raised());
        return raised.equals(from) ? from : ContentHash.rehashed(raised);
    }
}
