/**
 * A working day's slice of Windows telemetry with an attack in its midst, made from a seed: for the demo, for tests, for load.
 *
 * <p>In: a seed, a number of events, a folder. Out: one NDJSON file a collector, and what was hidden in them
 * ({@link io.weir.cli.scenario.HiddenStory}). Nothing here knows how Weir detects: the expected alerts follow from what was staged.
 *
 * <p>Read {@link io.weir.cli.scenario.Scenario} first, then {@link io.weir.cli.scenario.Intrusion} and {@link io.weir.cli.scenario.DailyWork}.
 * On the way to a file, what happens on a {@link io.weir.cli.scenario.Machine} becomes an {@link io.weir.cli.scenario.Observation}, is numbered
 * by the {@link io.weir.cli.scenario.Timeline}, and is written in a {@link io.weir.cli.scenario.Shape} by a {@link io.weir.cli.scenario.Collector}.
 */
@NullMarked
package io.weir.cli.scenario;

import org.jspecify.annotations.NullMarked;
