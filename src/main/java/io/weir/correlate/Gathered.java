package io.weir.correlate;

import io.weir.rule.CorrelationRule;
import io.weir.rule.Link;
import java.util.List;
import java.util.Map;

/**
 * One group of a correlation with all that came to it.
 *
 * @param process under a link, the process whose group it is; else empty
 * @param events in their order; at least one
 */
record Gathered(Name name, String process, List<Placed> events) {

    Gathered {
        events = events.stream().sorted(Placed.ORDER).toList();
    }

    /**
     * What tells groups of one correlation apart.
     *
     * @param host under a link, the host that its processes run on; else empty
     * @param shown what its events share, as an alert shows it
     */
    record Name(String host, Map<String, String> shown) {
        Name {
            shown = Map.copyOf(shown);
        }

        static Name of(CorrelationRule rule, String host, Map<String, String> shown) {
            return new Name(rule.link() == Link.NONE ? "" : host, shown);
        }
    }
}
