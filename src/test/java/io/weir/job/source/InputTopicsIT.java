package io.weir.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.kafka.KafkaCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InputTopicsIT {

    private static final int MOST = 10_000;
    private static final long NOON = Instant.parse("2020-03-01T12:00:00Z").toEpochMilli();

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aBoundedRunOverAPatternReadsEveryTopicThatFitsAndEndsByItself() throws Exception {
        topicWith("winlogs-a", 2, 100);
        topicWith("winlogs-b", 1, 50);
        topicWith("other-winlogs", 1, 10);
        kafka.createTopic("winlogs-empty", 1);
        var topics = TopicSelection.fitting(Pattern.compile("winlogs-.*"));
        assertThat(places(read(topics, StartPoint.EARLIEST, EndPoint.LATEST)))
                .hasSize(150)
                .doesNotHaveDuplicates()
                .allMatch(place -> place.startsWith("winlogs-"));
    }

    @Test
    void aReplayWhosePartitionsWaitForEachOtherReadsAllAndEndsByItself() throws Exception {
        topicWith("aligned", 3, 150);

        var telemetry = read(named("aligned"), StartPoint.EARLIEST, EndPoint.LATEST, Duration.ofSeconds(1));

        assertThat(places(telemetry)).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void everyRecordCarriesItsCoordinatesItsArrivalAndItsTime() throws Exception {
        topicWith("stamped", 1, 1);
        var telemetry = read(named("stamped"), StartPoint.EARLIEST, EndPoint.LATEST);
        assertThat(telemetry).singleElement().isInstanceOfSatisfying(Telemetry.Decoded.class, decoded -> {
            assertThat(decoded.from()).isEqualTo(Coordinates.ofRecord("stamped", 0, 0));
            assertThat(decoded.event().arrival().micros()).isEqualTo(NOON * 1_000);
            assertThat(EventClock.millis(decoded)).isEqualTo(NOON);
        });
    }

    @Test
    void whatIsNoEventIsToldAndTheReadingGoesOn() throws Exception {
        kafka.createTopic("mixed", 1);
        kafka.send(List.of(
                record("mixed", 0, 1, Samples.bytes("no event")),
                withoutValue("mixed"),
                record("mixed", 0, 3, Samples.bytes(Samples.event(3)))));
        assertThat(read(named("mixed"), StartPoint.EARLIEST, EndPoint.LATEST))
                .extracting(telemetry -> telemetry.getClass().getSimpleName())
                .containsExactly("Unread", "Unread", "Decoded");
    }

    @Test
    void onlyCommittedRecordsAreReadAndMarkersAtTheEndDoNotHoldARun() throws Exception {
        kafka.createTopic("transactions", 1);
        kafka.sendInTransaction(events("transactions", 0, 5), true);
        kafka.sendInTransaction(events("transactions", 0, 7), false);
        assertThat(read(named("transactions"), StartPoint.EARLIEST, EndPoint.LATEST))
                .hasSize(5);
    }

    @Test
    void aRunBetweenTwoTimesReadsTheRecordsThatAreStampedSo() throws Exception {
        kafka.createTopic("week", 1);
        kafka.send(LongStream.range(0, 10)
                .mapToObj(hour -> new ProducerRecord<>(
                        "week", 0, NOON + hour * 3_600_000, new byte[0], Samples.bytes(Samples.event(hour))))
                .toList());
        var from = StartPoint.at(Instant.ofEpochMilli(NOON + 2 * 3_600_000));
        var until = EndPoint.before(Instant.ofEpochMilli(NOON + 5 * 3_600_000));
        assertThat(places(read(named("week"), from, until))).containsExactly("week/0/2", "week/0/3", "week/0/4");
    }

    @Test
    void aGroupGoesOnWhereItStoppedAndAReplayDoesNotMoveIt() throws Exception {
        topicWith("resumed", 1, 5);
        assertThat(read(named("resumed"), StartPoint.EARLIEST, EndPoint.LATEST)).hasSize(5);
        assertThat(read(named("resumed"), StartPoint.COMMITTED, EndPoint.LATEST))
                .hasSize(5);
        kafka.send(events("resumed", 0, 3));
        assertThat(places(read(named("resumed"), StartPoint.COMMITTED, EndPoint.LATEST)))
                .containsExactly("resumed/0/5", "resumed/0/6", "resumed/0/7");
    }

    private static void topicWith(String topic, int partitions, int records) throws Exception {
        kafka.createTopic(topic, partitions);
        kafka.send(IntStream.range(0, records)
                .mapToObj(i -> record(topic, i % partitions, i, Samples.bytes(Samples.event(i))))
                .toList());
    }

    private static List<ProducerRecord<byte[], byte[]>> events(String topic, int partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> record(topic, partition, i, Samples.bytes(Samples.event(i))))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, long key, byte[] value) {
        return new ProducerRecord<>(topic, partition, NOON, Samples.bytes(Long.toString(key)), value);
    }

    private static ProducerRecord<byte[], byte[]> withoutValue(String topic) {
        byte[] nothing = null;
        return new ProducerRecord<>(topic, 0, NOON, Samples.bytes("key"), nothing);
    }

    private static TopicSelection named(String topic) {
        return TopicSelection.named(List.of(topic));
    }

    private static List<String> places(List<Telemetry> telemetry) {
        return telemetry.stream().map(one -> one.from().toString()).toList();
    }

    private static List<Telemetry> read(TopicSelection topics, StartPoint from, EndPoint until) throws Exception {
        return read(topics, from, until, Duration.ZERO);
    }

    private static List<Telemetry> read(TopicSelection topics, StartPoint from, EndPoint until, Duration align)
            throws Exception {
        var cluster = new KafkaCluster(kafka.cluster().servers(), Map.of());
        var input = new InputTopics(
                cluster, topics, "weir", from, until, Duration.ofSeconds(150), Duration.ofSeconds(60), align);
        var configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("execution.checkpointing.interval", "200ms");
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        return input.addTo(environment).executeAndCollect(MOST);
    }
}
