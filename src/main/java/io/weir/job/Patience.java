package io.weir.job;

import java.time.Duration;

/** How much later than it could be, in event time, something may be done, so that one timer serves for many. */
final class Patience {

    static final Duration TO_FORGET = Duration.ofSeconds(10);
    static final Duration TO_TELL = Duration.ofSeconds(1);

    private Patience() {}
}
