/**
 * How values cross an edge of the job and enter its state: written by hand, versioned, without Kryo or reflection over fields.
 *
 * <p>A type that travels gets a {@link io.weir.job.codec.Codec}, which says its bytes in the terms of {@link io.weir.job.codec.Wire};
 * {@link io.weir.job.codec.CodecType} makes of it the type information that streams and state descriptors ask for. Savepoints hold
 * these bytes for years: the class name of a released codec does not change, and a change of what it writes raises its version and
 * goes on reading the older ones. Read {@code Codec} first.
 */
@NullMarked
package io.weir.job.codec;

import org.jspecify.annotations.NullMarked;
