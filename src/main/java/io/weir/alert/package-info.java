/**
 * What the analyst is told: the alert, its identity, its JSON form, and the changelog that says which alerts stand.
 *
 * <p>In: matched events and the rule that they fulfil. Out: {@link io.weir.alert.Alert} as a value, {@link io.weir.alert.AlertJson} as text,
 * {@link io.weir.alert.StandingAlerts} as the fold of a changelog.
 *
 * <p>Read {@link io.weir.alert.Alert} first.
 */
@NullMarked
package io.weir.alert;

import org.jspecify.annotations.NullMarked;
