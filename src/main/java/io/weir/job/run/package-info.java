/**
 * A job that runs inside the command's own process, in a small Flink cluster of its own, and what a person sees of it.
 *
 * <p>In: a job to {@link io.weir.job.run.EmbeddedRun}. Out: progress while it lasts, the sums at its end, and of a failure one line.
 */
@NullMarked
package io.weir.job.run;

import org.jspecify.annotations.NullMarked;
