/**
 * Regular expressions as automata that need one look-up for each character, for those expressions that need no more: whether one fits, not where.
 * The engine that Weir goes by otherwise steps through its program for each character, some 50 times as slow; it remains the judge.
 *
 * <p>Read {@link io.weir.match.expression.Expression} first.
 */
@NullMarked
package io.weir.match.expression;

import org.jspecify.annotations.NullMarked;
