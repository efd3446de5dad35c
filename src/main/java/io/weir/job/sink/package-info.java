/**
 * Where alerts and dead letters go: topics, folders, the terminal.
 *
 * <p>In: {@link io.weir.job.sink.OutboundRecord}s, keyed, each a new value or the withdrawal of one; and
 * {@link io.weir.job.sink.DeadLetter}s, which become such records. Out: what a {@code read_committed} consumer or a reader of finished
 * part files sees exactly once. Read {@link io.weir.job.sink.Destination} first.
 */
@NullMarked
package io.weir.job.sink;

import org.jspecify.annotations.NullMarked;
