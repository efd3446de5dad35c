package io.weir.job;

import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.TopicSink;
import io.weir.match.MatchedEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/** Leads the events that came too late to correlate to where they go. */
record LateOutlet(DataStream<MatchedEvent> late) implements Destination.Cases<DataStreamSink<MatchedEvent>> {

    @Override
    public DataStreamSink<MatchedEvent> topic(TopicSink sink) {
        return late.sinkTo(sink.sink(LateEventJson::outbound))
                .uid(Uid.LATE_TOPIC)
                .name(Uid.LATE_TOPIC);
    }

    @Override
    public DataStreamSink<MatchedEvent> folder(FolderSink sink) {
        return late.sinkTo(sink.sink(LateEventJson::outbound))
                .uid(Uid.LATE_FOLDER)
                .name(Uid.LATE_FOLDER);
    }

    @Override
    public DataStreamSink<MatchedEvent> terminal() {
        throw new IllegalArgumentException("late events go to a topic or a folder");
    }

    @Override
    public DataStreamSink<MatchedEvent> log() {
        throw new IllegalArgumentException("late events go to a topic or a folder");
    }
}
