package io.weir.job;

import io.weir.match.RuleSet;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Rule sets that operators of one job have in common in a process: a job has half a dozen that need the rules, each in as many subtasks, and of thousands of rules
 * each would take a second to compile and tens of megabytes to keep. A set that no operator has any more is forgotten.
 */
final class SharedRules {

    // The one static thing that changes (docs/decisions.md): Flink makes each subtask of bytes, and what is static is
    // all that those of a process have in common. On
    // a cluster each job has its classes for itself, and so this, too.
    private static final Map<String, WeakReference<RuleSet>> KNOWN = new HashMap<>();

    private SharedRules() {}

    /** The rule set of that source; whoever comes first compiles it, and others wait. */
    static synchronized RuleSet of(String source, Supplier<RuleSet> compile) {
        KNOWN.values().removeIf(known -> known.get() == null);
        var known = KNOWN.get(source);
        var rules = known == null ? null : known.get();
        if (rules == null) {
            rules = compile.get();
            KNOWN.put(source, new WeakReference<>(rules));
        }
        return rules;
    }
}
