package io.weir.bench;

import io.weir.job.run.Tally;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Counts what comes, as events, and lets nothing through. */
final class Count<T> extends ProcessFunction<T, Boolean> {

    private static final long serialVersionUID = 1L;

    private transient LongCounter events;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    private Count() {}

    /** Ends a stream in a count. */
    static <T> void end(DataStream<T> stream) {
        stream.process(new Count<T>())
                .returns(Types.BOOLEAN)
                .uid("count")
                .name("count")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere")
                .name("nowhere");
    }

    @Override
    public void open(OpenContext context) {
        events = Tally.EVENTS.counter(getRuntimeContext());
    }

    @Override
    public void processElement(T element, Context context, Collector<Boolean> out) {
        events.add(1);
    }
}
