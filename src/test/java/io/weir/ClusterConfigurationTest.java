package io.weir;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBNativeMetricOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.junit.jupiter.api.Test;

/** Flink reads {@code flink-conf/config.yaml} as it is meant. */
class ClusterConfigurationTest {

    private static final String FOLDER = "flink-conf";
    private static final Configuration READ = GlobalConfiguration.loadConfiguration(FOLDER);

    @Test
    void everyKeyIsOneThatFlinkKnows() {
        var known = Stream.of(
                        CheckpointingOptions.class,
                        CoreOptions.class,
                        HeartbeatManagerOptions.class,
                        HighAvailabilityOptions.class,
                        JobManagerOptions.class,
                        PipelineOptions.class,
                        RestOptions.class,
                        RestartStrategyOptions.class,
                        RocksDBConfigurableOptions.class,
                        RocksDBNativeMetricOptions.class,
                        RocksDBOptions.class,
                        StateBackendOptions.class,
                        TaskManagerOptions.class,
                        WebOptions.class)
                .flatMap(options -> Stream.of(options.getFields()))
                .filter(field -> field.getType() == ConfigOption.class)
                .map(ClusterConfigurationTest::key)
                .toList();

        assertThat(READ.keySet())
                .isNotEmpty()
                .filteredOn(key -> !key.startsWith("metrics.reporter."))
                .isSubsetOf(known);
    }

    @Test
    void theReporterOfMetricsIsOneThatThereIs() throws Exception {
        var factory = READ.getString("metrics.reporter.prometheus.factory.class", "");

        assertThat(Class.forName(factory)).isAssignableTo(MetricReporterFactory.class);
        assertThat(ServiceLoader.load(MetricReporterFactory.class))
                .anyMatch(found -> found.getClass().getName().equals(factory));
        assertThat(READ.getString("metrics.reporter.prometheus.host", "")).isEqualTo("127.0.0.1");
    }

    @Test
    void everyValueIsOfItsOptionsType() {
        assertThat(READ.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofSeconds(10));
        assertThat(READ.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT)).isEqualTo(Duration.ofMinutes(10));
        assertThat(READ.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
                .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(READ.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        assertThat(READ.get(CheckpointingOptions.ENABLE_UNALIGNED)).isTrue();
        assertThat(READ.get(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(READ.get(HighAvailabilityOptions.HA_MODE)).isEqualTo("zookeeper");
        assertThat(READ.get(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT)).isEqualTo(Duration.ofSeconds(25));
        assertThat(READ.get(WebOptions.SUBMIT_ENABLE)).isFalse();
        assertThat(READ.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(READ.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(READ.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(128);
        assertThat(READ.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
        assertThat(READ.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nothingListensButOnTheLoopbackInterfaceUntilSaidOtherwise() {
        assertThat(List.of(
                        READ.get(JobManagerOptions.ADDRESS),
                        READ.get(JobManagerOptions.BIND_HOST),
                        READ.get(TaskManagerOptions.HOST),
                        READ.get(TaskManagerOptions.BIND_HOST),
                        READ.get(RestOptions.ADDRESS),
                        READ.get(RestOptions.BIND_ADDRESS)))
                .containsOnly("127.0.0.1");
    }

    @Test
    void everySettingHasItsReasonAboveIt() throws Exception {
        List<String> paragraphs =
                List.of(Files.readString(Path.of(FOLDER, "config.yaml")).split("\n\n"));

        assertThat(paragraphs).allSatisfy(paragraph -> assertThat(paragraph).startsWith("# "));
    }

    private static String key(Field option) {
        try {
            return ((ConfigOption<?>) option.get(null)).key();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(option + " is public", e);
        }
    }
}
