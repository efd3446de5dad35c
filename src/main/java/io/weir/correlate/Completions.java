package io.weir.correlate;

import java.util.List;
import java.util.OptionalLong;

/**
 * Looks at the events of a group one after the other, and says of each whether it makes the correlation's condition true. More events make such
 * a condition true elsewhere, too, never false.
 */
interface Completions {

    /** Begins anew before that event. */
    void begin(Spot first, Carry before);

    /**
     * Looks at the next event.
     *
     * @return where it makes the condition true, since when, in microseconds: up to a timespan after that the condition stays true without
     *     a further event
     */
    OptionalLong next(Spot spot);

    /** What makes the condition true at the event that was last looked at; only where it does. */
    Finding finding();

    /** What one has to know of the events so far in order to go on from here. */
    List<Recent> recent();
}
