package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.job.sink.ConsoleSink;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.TopicSink;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Leads alert changes to where they go. All changes of one alert come from one key and so from one subtask, and each sink takes what one subtask
 * gives it in its order.
 */
final class AlertOutlet implements Destination.Cases<Void> {

    private final DataStream<AlertChange> changes;

    private AlertOutlet(DataStream<AlertChange> changes) {
        this.changes = changes;
    }

    static void attach(DataStream<AlertChange> changes, Destination destination) {
        destination.match(new AlertOutlet(changes));
    }

    @Override
    public Void topic(TopicSink sink) {
        changes.sinkTo(sink.sink(AlertRecords::of)).uid(Uid.ALERT_TOPIC).name(Uid.ALERT_TOPIC);
        return null;
    }

    @Override
    public Void folder(FolderSink sink) {
        changes.sinkTo(sink.sink(AlertRecords::of)).uid(Uid.ALERT_FOLDER).name(Uid.ALERT_FOLDER);
        return null;
    }

    @Override
    public Void terminal() {
        changes.sinkTo(new ConsoleSink<>(new TerminalStory()))
                .setParallelism(1)
                .uid(Uid.ALERT_TERMINAL)
                .name(Uid.ALERT_TERMINAL);
        return null;
    }

    @Override
    public Void log() {
        throw new IllegalArgumentException("alerts go to a topic, a folder or the terminal");
    }
}
