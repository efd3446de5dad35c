/**
 * Which of many rules an event may match: a sieve that loses none of those it does match.
 *
 * <p>Three things. The model, {@link io.weir.match.sieve.Need}: what a rule asks of the fields of an event, as far as the sieve can tell. The
 * plan, {@link io.weir.match.sieve.SievePlan}: what the needs of all rules that look at one kind of event come to, field by field, worked out
 * once. And what runs, {@link io.weir.match.sieve.Sieve}: for one thread, with what it remembers of the values that it has seen.
 *
 * <p>This package knows nothing of Sigma. What it lets through is judged by the rules themselves.
 */
@NullMarked
package io.weir.match.sieve;

import org.jspecify.annotations.NullMarked;
