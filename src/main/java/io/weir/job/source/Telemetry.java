package io.weir.job.source;

import io.weir.event.Event;
import io.weir.event.Undecodable;

/** What leaves a source. */
public sealed interface Telemetry {

    /** Where it stood. */
    Coordinates from();

    /** Answers for what this is. */
    <R> R match(Cases<R> cases);

    /** An event. */
    record Decoded(Event event, Coordinates from) implements Telemetry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decoded(this);
        }
    }

    /** Bytes that are no event that Weir can read. */
    record Unread(Undecodable undecodable, Coordinates from) implements Telemetry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unread(this);
        }
    }

    /** One answer for each kind. */
    interface Cases<R> {
        R decoded(Decoded telemetry);

        R unread(Unread telemetry);
    }
}
