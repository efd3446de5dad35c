/**
 * What Sigma says: rules, detections, conditions and correlations as plain values, and the problems of a rule.
 *
 * <p>In: nothing. This room knows the JDK alone; {@code parse} fills it, {@code match} and {@code correlate} run it.
 * Out: {@link io.weir.rule.SigmaRule}, which is a {@link io.weir.rule.DetectionRule} or a {@link io.weir.rule.CorrelationRule}.
 *
 * <p>Read {@link io.weir.rule.SigmaRule} first, then {@link io.weir.rule.Selection} and {@link io.weir.rule.Condition}.
 */
@NullMarked
package io.weir.rule;

import org.jspecify.annotations.NullMarked;
