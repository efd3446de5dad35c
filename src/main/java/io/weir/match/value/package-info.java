/**
 * One value of an event, as the tests of rules look at it. Read {@link io.weir.match.value.Operand} first.
 */
@NullMarked
package io.weir.match.value;

import org.jspecify.annotations.NullMarked;
