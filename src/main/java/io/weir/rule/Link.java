package io.weir.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Weir's custom field {@code link} of a correlation: which processes the events of one group must come from. */
public enum Link {
    /** The rule states no link: the group-by values alone make the group. */
    NONE,
    /** The process of the first step. */
    PROCESS,
    /** The process of the first step, or one that descends from it. */
    PROCESS_TREE;

    /** The link as rules write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The link of that name, or none; {@link #NONE} has no name. */
    public static Optional<Link> of(String label) {
        return Arrays.stream(values())
                .filter(link -> link != NONE && link.label().equals(label))
                .findFirst();
    }
}
