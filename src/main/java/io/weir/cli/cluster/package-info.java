/**
 * A real cluster on this machine, and jobs on it or on any other: {@code weir cluster}, {@code weir submit}, {@code weir upgrade}.
 *
 * <p>A {@link io.weir.cli.cluster.LocalCluster} is five processes ({@link io.weir.cli.cluster.Member}) that keep all they have in one
 * {@link io.weir.cli.cluster.ClusterFolder}, run from Maven's artifacts ({@link io.weir.cli.cluster.ClusterLibraries}) and are configured
 * by the project's {@code flink-conf}. Read {@link io.weir.cli.cluster.LocalCluster} first.
 */
@NullMarked
package io.weir.cli.cluster;

import org.jspecify.annotations.NullMarked;
