/**
 * What a site does to rules before they are put in force: pipelines in the format of pySigma, applied as pySigma applies them.
 *
 * <p>In: {@link io.weir.pipeline.Pipeline}s, as {@code parse} reads them, and rules. Out: rules, changed, and the problems of those that a
 * pipeline refuses. A rule that nothing changes stays the very same; another one gets a content hash of its own. Nothing here
 * evaluates a rule.
 *
 * <p>Read {@link io.weir.pipeline.Pipelines} first, then {@link io.weir.pipeline.Transformation}. Inside, a rule becomes a {@code
 * DetectionDraft}, whose items have their values with modifiers applied ({@code Value}); what changed is said in Sigma's words again
 * in the end ({@code RaisedItem}).
 */
@NullMarked
package io.weir.pipeline;

import org.jspecify.annotations.NullMarked;
