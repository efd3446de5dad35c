/**
 * Metrics for Prometheus, served by each of Flink's processes at an address that the configuration says.
 *
 * <p>It is a plugin of Flink, in a jar of its own: nothing here may need anything but Flink. In: Flink's metrics. Out: their text. Read
 * {@link io.weir.job.metrics.PrometheusEndpoint} first.
 */
@NullMarked
package io.weir.job.metrics;

import org.jspecify.annotations.NullMarked;
