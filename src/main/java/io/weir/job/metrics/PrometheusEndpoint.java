package io.weir.job.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the metrics of one of Flink's processes to Prometheus, under the names that Flink's own reporter has. That one listens at all
 * addresses of a machine; this one at {@code host}, the loopback interface unless said otherwise, and at the first free port of
 * {@code port}, one or a range.
 */
final class PrometheusEndpoint implements MetricReporter {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusEndpoint.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORTS = "9250-9299";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricFamilies families = new MetricFamilies();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var named = new Thread(work, "weir-prometheus-endpoint");
        named.setDaemon(true);
        return named;
    });
    private @Nullable HttpServer server;

    @Override
    public void open(MetricConfig config) {
        var host = config.getString("host", LOOPBACK);
        var ports = PortChoice.of(config.getString("port", PORTS));
        var bound = bind(host, ports);
        bound.setExecutor(thread);
        bound.createContext("/", this::answer);
        bound.start();
        server = bound;
        LOG.info(
                "metrics for Prometheus are at http://{}:{}/metrics",
                host,
                bound.getAddress().getPort());
    }

    private static HttpServer bind(String host, PortChoice ports) {
        for (int port = ports.first(); port <= ports.last(); port++) {
            try {
                return HttpServer.create(new InetSocketAddress(host, port), 0);
            } catch (IOException e) {
                LOG.debug("port {} of {} can't be used", port, host, e);
            }
        }
        throw new IllegalStateException(
                "no port of " + ports + " is free at " + host + "; look at metrics.reporter.*.host and .port");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = families.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Where it listens; 0 before it is open. */
    int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        thread.shutdownNow();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        families.add(MetricKey.of(name, group), metric);
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        families.remove(MetricKey.of(name, group));
    }
}
