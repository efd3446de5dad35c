package io.weir.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.cli.CommandError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a Flink cluster answers over REST, as far as it is of use here. */
public final class FlinkRest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private FlinkRest(URI address) {
        this.address = address;
    }

    /**
     * The cluster at that address.
     *
     * @param address {@code http://HOST:PORT}
     */
    public static FlinkRest at(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && Ports.isPort(uri.getPort()) && "http".equals(uri.getScheme())) {
                return new FlinkRest(uri);
            }
        } catch (IllegalArgumentException e) {
            throw new CommandError("'" + address + "' is no address; write http://HOST:PORT", e);
        }
        throw new CommandError("'" + address + "' is no address of a job manager; write http://HOST:PORT");
    }

    /** Where it is. */
    public URI address() {
        return address;
    }

    /** A job's page for people. */
    public String page(String job) {
        return address + "/#/job/running/" + job + "/overview";
    }

    /** Whether it answers at all. */
    public boolean isThere() {
        try {
            return send("GET", "/overview", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The ids of the task managers that it knows; none where it does not answer. */
    public List<String> taskManagers() {
        var ids = new ArrayList<String>();
        try {
            read(send("GET", "/taskmanagers", ""))
                    .path("taskmanagers")
                    .forEach(task -> ids.add(task.path("id").asText()));
        } catch (IOException e) {
            return List.of();
        }
        return ids;
    }

    /** The state of each job that it knows, by its id. */
    Map<String, String> jobs() {
        var states = new LinkedHashMap<String, String>();
        get("/jobs")
                .path("jobs")
                .forEach(job ->
                        states.put(job.path("id").asText(), job.path("status").asText()));
        return states;
    }

    /** What the cluster is configured with. */
    Map<String, String> configuration() {
        var configuration = new HashMap<String, String>();
        get("/jobmanager/config")
                .forEach(setting -> configuration.put(
                        setting.path("key").asText(), setting.path("value").asText()));
        return configuration;
    }

    /**
     * What a path answers.
     *
     * @throws CommandError where nobody answers, or refuses
     */
    public JsonNode get(String path) {
        return ask("GET", path, "");
    }

    /**
     * What a path answers to a request.
     *
     * @throws CommandError where nobody answers, or refuses
     */
    public JsonNode post(String path, Map<String, ?> body) {
        try {
            return ask("POST", path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + body.keySet(), e);
        }
    }

    void patch(String path) {
        ask("PATCH", path, "");
    }

    private JsonNode ask(String method, String path, String body) {
        try {
            var response = send(method, path, body);
            var answer = read(response);
            if (response.statusCode() >= 400) {
                throw new CommandError("the job manager at " + address + " refuses " + path + ": " + reason(answer));
            }
            return answer;
        } catch (IOException e) {
            // Java's client says nothing of a closed port.
            var said = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new CommandError("no job manager answers at " + address + "; is the cluster up?" + said, e);
        }
    }

    private static String reason(JsonNode answer) {
        var errors = answer.path("errors");
        var text = errors.path(errors.size() - 1).asText(answer.toString());
        return text.lines().findFirst().orElse("no reason given");
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
