/**
 * Which of many rules an event matches: a sieve that loses none of them, and says which it is sure of.
 *
 * <p>Three things. The model, {@link io.weir.match.sieve.Need}: what a rule asks of the fields of an event, and what the sieve can't tell of it. The
 * plan, {@link io.weir.match.sieve.SievePlan}: what the needs of all rules that look at one kind of event come to, field by field, worked out
 * once. And what runs, {@link io.weir.match.sieve.Sieve}: for one thread, with what it remembers of the values that it has seen.
 *
 * <p>This package knows nothing of Sigma. What it lets through without being sure is judged by the rules themselves.
 */
@NullMarked
package io.weir.match.sieve;

import org.jspecify.annotations.NullMarked;
