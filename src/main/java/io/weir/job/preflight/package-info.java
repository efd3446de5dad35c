/**
 * What is looked at before a job starts, so that a person reads one clear line now and not a stack trace later.
 *
 * <p>In: {@link io.weir.job.option.JobSettings} to {@link io.weir.job.preflight.Preflight}. Out: nothing, or a
 * {@link io.weir.job.UserError}.
 */
@NullMarked
package io.weir.job.preflight;

import org.jspecify.annotations.NullMarked;
