/**
 * What the matches of one host or group add up to: copies of events, the process tree, windows and sequences, as pure state machines.
 *
 * <p>In: {@link io.weir.match.MatchedEvent}s, in any order. Out: {@link io.weir.alert.AlertChange}s, and for the correlations that are not
 * linked to a process {@link io.weir.correlate.GroupMatch}es on their way to their group. State is lent by the caller through
 * {@link io.weir.correlate.HostMemory} and {@link io.weir.correlate.GroupMemory}; nothing here knows Flink.
 *
 * <p>What stands is a function of the set of events. Read {@link io.weir.correlate.HostCorrelator} first, then
 * {@link io.weir.correlate.GroupHistory}, which says when a sequence makes an alert.
 */
@NullMarked
package io.weir.correlate;

import org.jspecify.annotations.NullMarked;
