package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.job.sink.ConsoleSink;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.OutboundRecord;
import io.weir.job.sink.TopicSink;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Leads changes of alerts, or of incidents, to where they go. All changes of one id come from one key and so from one subtask, and each sink takes what one
 * subtask gives it in its order.
 *
 * @param records changes as records of a topic and lines of a file
 * @param story what the terminal shows of a change
 */
record ChangeOutlet(
        String topicUid,
        String folderUid,
        String terminalUid,
        SerializableFunction<AlertChange, OutboundRecord> records,
        SerializableFunction<AlertChange, String> story) {

    static ChangeOutlet ofAlerts() {
        return new ChangeOutlet(
                Uid.ALERT_TOPIC,
                Uid.ALERT_FOLDER,
                Uid.ALERT_TERMINAL,
                ChangeRecords::ofAlert,
                TerminalStory.ofAlerts());
    }

    static ChangeOutlet ofIncidents() {
        return new ChangeOutlet(
                Uid.INCIDENT_TOPIC,
                Uid.INCIDENT_FOLDER,
                Uid.INCIDENT_TERMINAL,
                ChangeRecords::ofIncident,
                TerminalStory.ofIncidents());
    }

    void attach(DataStream<AlertChange> changes, List<Destination> destinations) {
        destinations.forEach(destination -> destination.match(new Sinks(this, changes)));
    }

    private record Sinks(ChangeOutlet outlet, DataStream<AlertChange> changes) implements Destination.Cases<Void> {

        @Override
        public Void topic(TopicSink sink) {
            return named(changes.sinkTo(sink.sink(outlet.records)), outlet.topicUid);
        }

        @Override
        public Void folder(FolderSink sink) {
            return named(changes.sinkTo(sink.sink(outlet.records)), outlet.folderUid);
        }

        @Override
        public Void terminal() {
            return named(changes.sinkTo(new ConsoleSink<>(outlet.story)).setParallelism(1), outlet.terminalUid);
        }

        @Override
        public Void log() {
            throw new IllegalArgumentException("changes go to a topic, a folder or the terminal");
        }

        @SuppressWarnings("NullAway") // The one value that Void has.
        private static Void named(DataStreamSink<AlertChange> sink, String uid) {
            sink.uid(uid).name(uid);
            return null;
        }
    }
}
