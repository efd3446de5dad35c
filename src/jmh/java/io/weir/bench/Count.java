package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.job.option.JobSettings;
import io.weir.job.run.Tally;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.OutboundRecord;
import io.weir.job.sink.TopicSink;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Counts what comes, as events, and at the end lets the count through. */
final class Count<T> extends AbstractStreamOperator<Long> implements OneInputStreamOperator<T, Long>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private transient LongCounter events;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    private Count() {}

    /** Ends a stream in a count, which goes where the job's alerts would go. */
    static <T> void end(DataStream<T> stream, JobSettings settings) {
        stream.transform("count", Types.LONG, new Count<T>())
                .uid("count")
                .sinkTo(settings.alerts().get(0).match(new Sinks()))
                .uid("counts")
                .name("counts");
    }

    @Override
    public void open() {
        events = Tally.EVENTS.counter(getRuntimeContext());
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        events.add(1);
    }

    @Override
    public void endInput() {
        output.collect(new StreamRecord<>(events.getLocalValue()));
    }

    private static OutboundRecord outbound(Long count) {
        return OutboundRecord.of("count", count.toString().getBytes(UTF_8));
    }

    private record Sinks() implements Destination.Cases<Sink<Long>> {

        @Override
        public Sink<Long> topic(TopicSink sink) {
            return sink.sink(Count::outbound);
        }

        @Override
        public Sink<Long> folder(FolderSink sink) {
            return sink.sink(Count::outbound);
        }

        @Override
        public Sink<Long> terminal() {
            throw new IllegalArgumentException("a benchmark says nothing on the way");
        }

        @Override
        public Sink<Long> log() {
            throw new IllegalArgumentException("a benchmark says nothing on the way");
        }
    }
}
