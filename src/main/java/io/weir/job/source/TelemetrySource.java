package io.weir.job.source;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a job reads its telemetry. */
public sealed interface TelemetrySource permits InputTopics, InputFiles {

    /** Adds the source to a job; the caller gives it its uid. */
    SingleOutputStreamOperator<Telemetry> addTo(StreamExecutionEnvironment environment);

    /** Whether the job ends by itself when all of it is read. */
    boolean isBounded();

    /** Answers for the kind of source. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R topics(InputTopics source);

        R files(InputFiles source);
    }
}
