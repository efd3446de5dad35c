package io.weir.alert;

/**
 * One change of which alerts, or which incidents, stand. The last change of an id decides.
 *
 * @param id the alert's id, or the incident's
 * @param body the alert as {@link AlertJson} writes it, or the incident as JSON, or empty where the change withdraws it
 * @param sequence rises with each change of one id, so that the last can be told in files that were written side by side
 * @param bounded whether a bound of the state was reached where it was made, so that it may not be what all events together would give
 * @param heldBack how often its correlation was fulfilled again in its group since the last alert, without one of its own
 * @param rules the name of the version of the rules that told it; empty where nobody has said so
 */
public record AlertChange(String id, String body, long sequence, boolean bounded, long heldBack, String rules) {

    /** A change by rules that nobody has named. */
    public AlertChange(String id, String body, long sequence, boolean bounded, long heldBack) {
        this(id, body, sequence, bounded, heldBack, "");
    }

    /** A change before which nothing was held back. */
    public AlertChange(String id, String body, long sequence, boolean bounded) {
        this(id, body, sequence, bounded, 0);
    }

    /** The same change, where a bound was reached; a withdrawal says no more than it did. */
    public AlertChange flagged() {
        return withdraws() ? this : new AlertChange(id, body, sequence, true, heldBack, rules);
    }

    /** The same change, told by that version of the rules. */
    public AlertChange by(String version) {
        return new AlertChange(id, body, sequence, bounded, heldBack, version);
    }

    /** Whether it stands no more. */
    public boolean withdraws() {
        return body.isEmpty();
    }
}
