/**
 * The Flink job: thin operators around what the rooms below decide.
 *
 * <p>In: {@link io.weir.job.option.JobOptions}, rules as files, telemetry from a {@link io.weir.job.source.TelemetrySource}. Out: alerts and
 * dead letters at their {@link io.weir.job.sink.Destination}s. Beside the operators: {@code codec} (how values cross an edge and
 * enter state), {@code source}, {@code sink}, {@code kafka}, {@code option}, {@code preflight} (what is looked at before a start) and
 * {@code run} (the job inside the command's own process).
 */
@NullMarked
package io.weir.job;

import org.jspecify.annotations.NullMarked;
