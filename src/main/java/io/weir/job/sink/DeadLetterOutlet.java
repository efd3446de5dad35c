package io.weir.job.sink;

import io.weir.job.sink.Destination.Cases;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/** Leads dead letters to where they go. */
public final class DeadLetterOutlet implements Cases<DataStreamSink<?>> {

    private final DataStream<DeadLetter> letters;

    private DeadLetterOutlet(DataStream<DeadLetter> letters) {
        this.letters = letters;
    }

    /** Adds the sink to a job; the caller gives it its uid. */
    public static DataStreamSink<?> attach(DataStream<DeadLetter> letters, Destination destination) {
        return destination.match(new DeadLetterOutlet(letters));
    }

    @Override
    public DataStreamSink<?> topic(TopicSink sink) {
        return letters.sinkTo(sink.sink(DeadLetterJson::outbound));
    }

    @Override
    public DataStreamSink<?> folder(FolderSink sink) {
        return letters.sinkTo(sink.sink(DeadLetterJson::outbound));
    }

    @Override
    public DataStreamSink<?> terminal() {
        return letters.sinkTo(new ConsoleSink<>(letter -> letter.from() + ": " + letter.reason() + "\n"))
                .setParallelism(1);
    }

    @Override
    public DataStreamSink<?> log() {
        return letters.sinkTo(new LogSink());
    }
}
