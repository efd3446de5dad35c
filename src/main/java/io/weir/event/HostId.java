package io.weir.event;

import java.util.Locale;

/**
 * The computer that events happened on: what they are keyed by.
 *
 * @param name in lower case; empty for the one key of all events that name no computer
 */
public record HostId(String name) {

    /** The key of events that name no computer. */
    public static final HostId NONE = new HostId("");

    public HostId {
        name = name.toLowerCase(Locale.ROOT);
    }
}
