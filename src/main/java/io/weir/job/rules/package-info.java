/**
 * Rules that change while the job runs: a {@link io.weir.job.rules.RuleStore} holds their versions, and what goes from one operator to the next says which it
 * was made by ({@link io.weir.job.rules.Ruled}).
 */
@NullMarked
package io.weir.job.rules;

import org.jspecify.annotations.NullMarked;
