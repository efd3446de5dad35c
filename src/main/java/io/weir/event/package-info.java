/**
 * What Windows said: the shapes of telemetry, decoded into one view under Sigma's field names, with time, identity and process.
 *
 * <p>In: the bytes of a record. Out: {@link io.weir.event.Event}, or {@link io.weir.event.Undecodable} with the reason.
 * This room knows nothing of rules.
 *
 * <p>Read {@link io.weir.event.Event} first, then {@link io.weir.event.EventDecoder} and {@link io.weir.event.EventShape}: a further
 * shape of telemetry is one more class of that type.
 */
@NullMarked
package io.weir.event;

import org.jspecify.annotations.NullMarked;
