package io.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.run.FailingOnce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TopicSinkIT {

    private static final int RECORDS = 2_000;

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(folder);
        kafka.createTopic("alerts", 2);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aReaderOfCommittedRecordsSeesEachChangeOnceThoughTheJobFailsInBetween() throws Exception {
        run(new TopicSink(kafka.cluster(), "alerts", Delivery.EXACTLY_ONCE, "test"));
        assertThat(folder.resolve("failed")).exists();
        var records = kafka.committed("alerts", 2);
        assertThat(records)
                .extracting(TopicSinkIT::key)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, RECORDS).mapToObj(i -> "id-" + i).toList());
        assertThat(records).allSatisfy(TopicSinkIT::requireTombstoneOrValue);
        assertThat(records)
                .allSatisfy(record -> assertThat(
                                text(record.headers().lastHeader("rule-set").value()))
                        .isEqualTo("v1"));
    }

    private static void requireTombstoneOrValue(ConsumerRecord<byte[], byte[]> record) {
        int number = Integer.parseInt(key(record).substring("id-".length()));
        if (number % 2 == 0) {
            assertThat(record.value()).isNull();
        } else {
            assertThat(text(record.value())).isEqualTo("{\"n\":" + number + "}");
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return text(record.key());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void run(TopicSink sink) throws Exception {
        var configuration = new Configuration();
        configuration.setString("execution.checkpointing.interval", "200ms");
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "1");
        configuration.setString("restart-strategy.fixed-delay.delay", "0s");
        var environment = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        environment
                .fromData(IntStream.range(0, RECORDS).boxed().toArray(Integer[]::new))
                .map(new FailingOnce<>(folder.resolve("failed")))
                .returns(Types.INT)
                .sinkTo(sink.sink(TopicSinkIT::outbound));
        environment.execute();
    }

    private static OutboundRecord outbound(Integer number) {
        var value = number % 2 == 0 ? "" : "{\"n\":" + number + "}";
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new OutboundRecord("id-" + number, bytes, () -> bytes, Map.of("rule-set", "v1"));
    }
}
