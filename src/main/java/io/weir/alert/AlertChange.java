package io.weir.alert;

/**
 * One change of which alerts, or which incidents, stand. The last change of an id decides.
 *
 * @param id the alert's id, or the incident's
 * @param body the alert as {@link AlertJson} writes it, or the incident as JSON, or empty where the change withdraws it
 * @param sequence rises with each change of one id, so that the last can be told in files that were written side by side
 * @param bounded whether a bound of the state was reached where it was made, so that it may not be what all events together would give
 * @param heldBack how often its correlation was fulfilled again in its group since the last alert, without one of its own
 */
public record AlertChange(String id, String body, long sequence, boolean bounded, long heldBack) {

    /** A change before which nothing was held back. */
    public AlertChange(String id, String body, long sequence, boolean bounded) {
        this(id, body, sequence, bounded, 0);
    }

    /** Whether it stands no more. */
    public boolean withdraws() {
        return body.isEmpty();
    }
}
