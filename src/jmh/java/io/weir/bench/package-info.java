/**
 * What an event costs: the job beside jobs that do less, all over the same telemetry, in one process.
 *
 * <p>In: telemetry, or none and a generated day of it, and rules. Out: one table. None of this is shipped. Read
 * {@link io.weir.bench.JobBenchmark} first.
 */
@NullMarked
package io.weir.bench;

import org.jspecify.annotations.NullMarked;
