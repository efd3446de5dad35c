package io.weir.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusEndpointTest {

    /** A group as Flink has them, with the scope and the variables that it gives to reporters. */
    private static final class Group extends UnregisteredMetricsGroup implements LogicalScopeProvider {

        private final Map<String, String> variables;

        Group(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Map<String, String> getAllVariables() {
            return variables;
        }

        @Override
        public String getLogicalScope(CharacterFilter filter) {
            return getLogicalScope(filter, '.');
        }

        @Override
        public String getLogicalScope(CharacterFilter filter, char delimiter) {
            return "taskmanager" + delimiter + filter.filterCharacters("job task");
        }

        @Override
        public MetricGroup getWrappedMetricGroup() {
            return this;
        }
    }

    private static final Group HOST = new Group(Map.of("<operator_name>", "host"));
    private static final Group MATCH = new Group(Map.of("<operator_name>", "a \"quoted\"\\name\n"));

    private final PrometheusEndpoint endpoint = new PrometheusEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void servesMetricsOfOneNameTogetherWithTheirVariablesAsLabels() throws Exception {
        open("0");
        endpoint.notifyOfAddedMetric(counter(3), "alerts", HOST);
        endpoint.notifyOfAddedMetric((Gauge<Double>) () -> 0.25, "load", HOST);
        endpoint.notifyOfAddedMetric(counter(4), "alerts", MATCH);

        assertThat(body()).isEqualTo("""
                # TYPE flink_taskmanager_job_task_alerts counter
                flink_taskmanager_job_task_alerts{operator_name="a \\"quoted\\"\\\\name\\n"} 4
                flink_taskmanager_job_task_alerts{operator_name="host"} 3
                # TYPE flink_taskmanager_job_task_load gauge
                flink_taskmanager_job_task_load{operator_name="host"} 0.25
                """);
    }

    @Test
    void forgetsAMetricThatIsNoMore() throws Exception {
        open("0");
        var gone = counter(1);
        endpoint.notifyOfAddedMetric(gone, "alerts", HOST);
        endpoint.notifyOfRemovedMetric(gone, "alerts", HOST);

        assertThat(body()).isEmpty();
    }

    @Test
    void leavesOutWhatIsNoNumberAndSurvivesAGaugeThatFails() throws Exception {
        open("0");
        endpoint.notifyOfAddedMetric((Gauge<String>) () -> "text", "version", HOST);
        endpoint.notifyOfAddedMetric(
                (Gauge<Long>) () -> {
                    throw new IllegalStateException("the task has ended");
                },
                "size",
                HOST);
        endpoint.notifyOfAddedMetric((Gauge<Boolean>) () -> true, "up", HOST);

        assertThat(body().lines().filter(line -> !line.startsWith("#")))
                .containsExactly("flink_taskmanager_job_task_up{operator_name=\"host\"} 1");
    }

    @Test
    void listensOnTheLoopbackInterfaceUnlessSaidOtherwise() throws Exception {
        open("0");

        try (var elsewhere = new ServerSocket(endpoint.port(), 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(elsewhere.isBound())
                    .as("another address has the port free")
                    .isTrue();
        }
    }

    @Test
    void takesTheNextPortOfTheRangeWhereOneIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int first = taken.getLocalPort();
            open(first + "-" + (first + 20));

            assertThat(endpoint.port()).isGreaterThan(first).isLessThanOrEqualTo(first + 20);
        }
    }

    @Test
    void saysThatNoPortIsFree() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());

            assertThatThrownBy(() -> open(port)).hasMessageContaining("no port of " + port + " is free at 127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9-", "20-10", "70000", "-5"})
    void refusesWhatAreNoPorts(String ports) {
        assertThatThrownBy(() -> open(ports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ports are like 9250 or 9250-9299, found");
    }

    private static SimpleCounter counter(long count) {
        var counter = new SimpleCounter();
        counter.inc(count);
        return counter;
    }

    private void open(String ports) {
        var config = new MetricConfig();
        config.setProperty("port", ports);
        endpoint.open(config);
    }

    private String body() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/metrics"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
