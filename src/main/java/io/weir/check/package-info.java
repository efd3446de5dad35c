/**
 * What is wrong in rules, for their author: rule files read, parsed, taken through pipelines and compiled as the job would, and every
 * problem told.
 *
 * <p>In: paths of rule files. Out: {@link io.weir.check.LoadedRules}, with the rules in force and the report on the others.
 */
@NullMarked
package io.weir.check;

import org.jspecify.annotations.NullMarked;
