/**
 * What belongs together: an analyst opens one incident of a host and not forty alerts. A pure state machine over the alerts of one host.
 *
 * <p>In: {@link io.weir.incident.IncidentMember}s, each what an alert says of one host, coming, changing and going in any order. Out: changes of the
 * incidents that stand, as {@link io.weir.alert.AlertChange}s with bodies of {@link io.weir.incident.IncidentJson}. State is lent by the caller
 * through {@link io.weir.incident.IncidentMemory}.
 *
 * <p>Two alerts belong together where they share a {@link io.weir.incident.Tie} and the time between is no longer than its gap, and so do all that are
 * tied through others: what stands is a function of the set of alerts. Read {@link io.weir.incident.Incidents} first.
 */
@NullMarked
package io.weir.incident;

import org.jspecify.annotations.NullMarked;
