package io.weir.cli;

import io.weir.correlate.Inquest;
import io.weir.match.MatchInquest;
import io.weir.rule.CorrelationRule;
import io.weir.rule.DetectionRule;
import io.weir.rule.SigmaRule;
import java.util.List;

/** What {@code weir why} found out of one rule. */
sealed interface Finding {

    SigmaRule rule();

    /** Whether the rule matches anything. */
    boolean matches();

    <R> R match(Cases<R> cases);

    record OfDetection(DetectionRule rule, MatchInquest.Verdict verdict) implements Finding {
        @Override
        public boolean matches() {
            return verdict.matches() > 0;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.detection(this);
        }
    }

    /**
     * Of a correlation.
     *
     * @param silent whether it makes no alert of its own where all rules given are in force
     * @param below what was found of the rules that it refers to and that never matched
     */
    record OfCorrelation(CorrelationRule rule, boolean silent, Inquest.Verdict verdict, List<Finding> below)
            implements Finding {
        public OfCorrelation {
            below = List.copyOf(below);
        }

        @Override
        public boolean matches() {
            return verdict.matches();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.correlation(this);
        }
    }

    /** One answer for each kind of rule. */
    interface Cases<R> {
        R detection(OfDetection finding);

        R correlation(OfCorrelation finding);
    }
}
