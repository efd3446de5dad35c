package io.weir.rule;

import java.util.List;

/** What must hold of an event for a named selection to be true: one item, or several joined by and, or by or. */
public sealed interface Selection {

    <R> R match(Cases<R> cases);

    /** All parts hold: a YAML map. */
    record AllOf(List<Selection> parts) implements Selection {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }
    }

    /** At least one part holds: a YAML list of maps. */
    record AnyOf(List<Selection> parts) implements Selection {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyOf(this);
        }
    }

    /** One test of one field, or of all values of the event where the item is a keyword. */
    record Test(DetectionItem item) implements Selection {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.test(this);
        }
    }

    /** One answer for each kind of selection. */
    interface Cases<R> {
        R allOf(AllOf selection);

        R anyOf(AnyOf selection);

        R test(Test selection);
    }
}
