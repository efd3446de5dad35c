/**
 * What matching costs without a job around it: Weir's matcher beside the plain evaluator and, where there is one, rsigma, on the same events, and on events
 * that are hard for it.
 *
 * <p>In: telemetry and rules. Out: one table. Each workload is a file of events; each round measures each of them in a JVM of its own. Read
 * {@link io.weir.bench.engine.EngineBenchmark} first, then {@link io.weir.bench.engine.Fork}.
 */
@NullMarked
package io.weir.bench.engine;

import org.jspecify.annotations.NullMarked;
