package io.weir.match;

import java.util.List;

/** What runs: a selection or a condition, compiled. Whether an event fits, and why. */
sealed interface Matcher permits Matcher.AllOf, Matcher.AnyOf, Matcher.Not, ItemMatcher {

    <R> R match(Cases<R> cases);

    /** Whether the event fits. */
    boolean matches(Fields event);

    /** Adds why the event fits, as far as something in it does and nothing is missing from it. Only of an event that {@link #matches}. */
    void explain(Fields event, Reasons reasons);

    /** All parts fit. */
    record AllOf(List<Matcher> parts) implements Matcher {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }

        @Override
        public boolean matches(Fields event) {
            for (var part : parts) {
                if (!part.matches(event)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void explain(Fields event, Reasons reasons) {
            parts.forEach(part -> part.explain(event, reasons));
        }
    }

    /** At least one part fits. */
    record AnyOf(List<Matcher> parts) implements Matcher {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyOf(this);
        }

        @Override
        public boolean matches(Fields event) {
            for (var part : parts) {
                if (part.matches(event)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void explain(Fields event, Reasons reasons) {
            parts.stream().filter(part -> part.matches(event)).forEach(part -> part.explain(event, reasons));
        }
    }

    /** The part does not fit, which nothing in the event shows. */
    record Not(Matcher part) implements Matcher {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }

        @Override
        public boolean matches(Fields event) {
            return !part.matches(event);
        }

        @Override
        public void explain(Fields event, Reasons reasons) {}
    }

    /** One answer for each kind of matcher. */
    interface Cases<R> {
        R allOf(AllOf matcher);

        R anyOf(AnyOf matcher);

        R not(Not matcher);

        R item(ItemMatcher matcher);
    }
}
