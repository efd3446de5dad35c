/**
 * What a person says on the command line, the same for {@code weir run} and {@code flink run}.
 *
 * <p>In: arguments, into {@link io.weir.job.option.JobOptions}. Out: {@link io.weir.job.option.JobSettings}, which hold together, or a
 * {@link io.weir.job.UserError} that says in one line what to write instead.
 */
@NullMarked
package io.weir.job.option;

import org.jspecify.annotations.NullMarked;
