package io.weir.correlate;

import java.util.List;

/**
 * What one has to know of all that went before, in order to look at the events of a group from some point on.
 *
 * @param episode as it stands; where windows settle, the window in progress
 * @param recent what was last seen when, oldest first; only what the correlation's type asks for
 */
public record Carry(Episode episode, List<Recent> recent) {

    /** Nothing went before, or nothing that still counts. */
    public static final Carry NONE = new Carry(Episode.NONE, List.of());

    public Carry {
        recent = List.copyOf(recent);
    }

    Carry with(Episode next) {
        return new Carry(next, recent);
    }
}
