/**
 * What has to know Flink to run a cluster of separate processes.
 *
 * <p>In: a folder of configuration. Out: how the processes are started ({@link io.weir.job.cluster.FlinkProcess}).
 */
@NullMarked
package io.weir.job.cluster;

import org.jspecify.annotations.NullMarked;
