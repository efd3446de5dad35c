/**
 * Does this event match, and why: the rule set, compiled once, and its evaluator.
 *
 * <p>In: {@link io.weir.rule.SigmaRule}s to {@link io.weir.match.RuleSet#compile}, then {@link io.weir.event.Event}s. Out:
 * the detection rules that match and, for each, what matched; and the problems of the rules that could not be put in force.
 *
 * <p>Read {@link io.weir.match.RuleSet} first.
 */
@NullMarked
package io.weir.match;

import org.jspecify.annotations.NullMarked;
