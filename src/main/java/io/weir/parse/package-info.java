/**
 * YAML in, rules or problems out.
 *
 * <p>In: rule files. Out: {@link io.weir.parse.ParsedRules}: the rules that could be read and the problems of those that could not, all of a
 * file at once. Nothing here runs a rule.
 *
 * <p>Read {@link io.weir.parse.RuleParser} first.
 */
@NullMarked
package io.weir.parse;

import org.jspecify.annotations.NullMarked;
