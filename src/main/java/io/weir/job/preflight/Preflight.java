package io.weir.job.preflight;

import io.weir.job.UserError;
import io.weir.job.kafka.KafkaCluster;
import io.weir.job.option.JobSettings;
import io.weir.job.sink.Destination;
import io.weir.job.sink.FolderSink;
import io.weir.job.sink.TopicSink;
import io.weir.job.source.InputFiles;
import io.weir.job.source.InputTopics;
import io.weir.job.source.TelemetrySource;
import io.weir.job.source.TopicSelection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at what a job will read and write; its rules are looked at when they are read. */
public final class Preflight implements TelemetrySource.Cases<Void>, Destination.Cases<Void> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<KafkaCluster, List<TopicSelection>> topics = new LinkedHashMap<>();
    private final List<FolderSink> folders = new ArrayList<>();
    private final Duration patience;

    private Preflight(Duration patience) {
        this.patience = patience;
    }

    /**
     * Looks, and waits for a broker at most some ten seconds.
     *
     * @throws UserError where something is not there, or cannot be read or written
     */
    public static void check(JobSettings settings) {
        check(settings, PATIENCE);
    }

    static void check(JobSettings settings, Duration patience) {
        var preflight = new Preflight(patience);
        settings.source().match(preflight);
        settings.destinations().forEach(place -> place.match(preflight));
        preflight.askBrokers();
        preflight.folders.forEach(folder -> FolderCheck.requireWritable(folder.folder())); // Last: they are made.
    }

    /**
     * Looks whether the folders that alerts and incidents go to are free of those of another run: for a job that begins anew, and does not go on from a savepoint.
     *
     * @throws UserError where one is not
     */
    public static void requireUnused(JobSettings settings) {
        Stream.concat(settings.alerts().stream(), settings.incidents().stream())
                .filter(Destination.Folder.class::isInstance)
                .map(Destination.Folder.class::cast)
                .forEach(folder -> FolderCheck.requireUnused(folder.sink()));
    }

    /**
     * Looks whether a broker answers and has the topic, and waits for it at most some ten seconds.
     *
     * @throws UserError where it is not so
     */
    public static void requireTopic(KafkaCluster cluster, String topic) {
        new BrokerCheck(cluster, PATIENCE).require(List.of(TopicSelection.named(List.of(topic))));
    }

    private void askBrokers() {
        topics.forEach((cluster, expected) -> new BrokerCheck(cluster, patience).require(expected));
    }

    private void expect(KafkaCluster cluster, TopicSelection expected) {
        topics.computeIfAbsent(cluster, key -> new ArrayList<>()).add(expected);
    }

    @Override
    public Void topics(InputTopics source) {
        expect(source.cluster(), source.topics());
        return done();
    }

    @Override
    public Void files(InputFiles source) {
        InputCheck.requireTelemetry(source.paths());
        return done();
    }

    @Override
    public Void topic(TopicSink sink) {
        expect(sink.cluster(), TopicSelection.named(List.of(sink.topic())));
        return done();
    }

    @Override
    public Void folder(FolderSink sink) {
        folders.add(sink);
        return done();
    }

    @Override
    public Void terminal() {
        return done();
    }

    @Override
    public Void log() {
        return done();
    }

    @SuppressWarnings("NullAway") // The one value that Void has.
    private static Void done() {
        return null;
    }
}
