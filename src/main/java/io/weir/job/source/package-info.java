/**
 * Where telemetry comes from: topics or files.
 *
 * <p>In: {@link io.weir.job.source.InputTopics} or {@link io.weir.job.source.InputFiles}. Out: a stream of
 * {@link io.weir.job.source.Telemetry}, events and what could not be read as one, each with where it stood. Records are decoded inside the
 * source, so that watermarks are known partition by partition. Read {@link io.weir.job.source.TelemetrySource} first.
 */
@NullMarked
package io.weir.job.source;

import org.jspecify.annotations.NullMarked;
