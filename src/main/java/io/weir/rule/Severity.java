package io.weir.rule;

import java.util.Locale;

/** How much a problem of a rule matters, the worst first; the levels of SARIF 2.1.0. */
public enum Severity {
    /** The rule, or a part of it, can't be used. */
    ERROR,
    /** The rule is used, and most likely does not do what its author meant. */
    WARNING,
    /** The rule is used; a convention is broken, or something is worth knowing. */
    NOTE;

    /** The severity as messages and SARIF write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
