package io.weir.rule;

import java.util.Locale;

/** How the matches of a correlation must lie to each other: the types that Weir runs. */
public enum CorrelationType {
    /** A match of each rule, in the order of the references, within the timespan. */
    TEMPORAL_ORDERED;

    /** The type as rules write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
