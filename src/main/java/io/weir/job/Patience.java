package io.weir.job;

import java.time.Duration;

/**
 * How long what is due may have to wait for its timer.
 *
 * @param ofFew where little waits with it
 * @param ofMany where much does, which is to be read and written in parts
 */
record Patience(Duration ofFew, Duration ofMany) {

    /** What is forgotten has been kept for days. */
    static final Patience TO_FORGET = new Patience(Duration.ofMinutes(5), Duration.ofSeconds(10));

    /** Somebody waits for what is to be told. */
    static final Patience TO_TELL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
}
