package io.weir.pipeline;

import io.weir.rule.LogSource;
import java.util.List;
import java.util.stream.Stream;

/** A rule while pipelines work on it: what conditions on rules look at. */
sealed interface RuleDraft permits DetectionDraft, CorrelationDraft {

    Preamble preamble();

    /** The log source of a detection rule; those of the rules that a correlation looks at, directly or not. */
    List<LogSource> logSources();

    /** The detection items of the rule; a correlation has none. */
    Stream<Item> items();

    boolean isCorrelation();
}
