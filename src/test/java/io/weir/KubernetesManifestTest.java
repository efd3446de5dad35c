package io.weir;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.option.JobOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code flink-conf/kubernetes.yaml} and the Containerfile: as the operator's schema wants it, and as the rest of the project says. */
class KubernetesManifestTest {

    private static final Path MANIFEST = Path.of("flink-conf/kubernetes.yaml");
    private static final String SCHEMA = "META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    /** On Kubernetes, who leads and who listens where is another matter. */
    private static final Set<String> OTHERWISE = Set.of(
            "high-availability.type",
            "high-availability.cluster-id",
            "high-availability.zookeeper.client.session-timeout",
            "high-availability.zookeeper.client.tolerate-suspended-connections",
            "jobmanager.rpc.address",
            "jobmanager.bind-host",
            "taskmanager.host",
            "taskmanager.bind-host",
            "rest.address",
            "rest.bind-address",
            "metrics.reporter.prometheus.host",
            "metrics.reporter.prometheus.port");

    @Test
    void fitsTheSchemaOfTheOperator() throws IOException {
        var problems = new ArrayList<String>();

        check(manifest(), schema(), "", problems);

        // The schema that is published ends before Flink 2; that of an operator for Flink 2.3 knows v2_3.
        assertThat(problems).containsExactly(".spec.flinkVersion is none of the choices: v2_3");
    }

    @Test
    void aMisspeltKeyAndAWrongTypeWouldBeFound() throws IOException {
        var manifest = new Yaml()
                .<Map<String, Object>>load("{kind: FlinkDeployment, spec: {imagee: x, job: {parallelism: four}}}");
        var problems = new ArrayList<String>();

        check(manifest, schema(), "", problems);

        assertThat(problems)
                .containsExactlyInAnyOrder(".spec.imagee is unknown", ".spec.job.parallelism is no integer");
    }

    @Test
    void configuresFlinkAsTheConfigurationFileDoes() throws IOException {
        var here = map(map(manifest().get("spec")).get("flinkConfiguration"));

        GlobalConfiguration.loadConfiguration("flink-conf").toMap().forEach((key, value) -> {
            if (!OTHERWISE.contains(key)) {
                assertThat(here).as(key).containsEntry(key, value);
            }
        });
        assertThat(here.keySet()).containsAll(Set.of("high-availability.storageDir", "execution.checkpointing.dir"));
    }

    @Test
    void theOptionsOfTheJobAreOptionsThatItHas() throws IOException {
        var arguments = (List<?>) map(map(manifest().get("spec")).get("job")).get("args");

        JobOptions.parse(arguments.stream().map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void theImageHasTheVersionsOfTheBuild() throws IOException {
        var image = Files.readString(Path.of("flink-conf/Containerfile"));
        var pom = Files.readString(Path.of("pom.xml"));
        var flink = pom.replaceAll("(?s).*<flink.version>(.*?)<.*", "$1");
        var weir = pom.replaceAll("(?s).*?<version>(.*?)<.*", "$1");

        assertThat(image)
                .contains("FROM flink:" + flink + "-java17\n")
                .contains("COPY target/weir-" + weir + "-job.jar /opt/flink/usrlib/weir-job.jar\n")
                .contains("COPY target/weir-" + weir + "-metrics.jar /opt/flink/plugins/");
        assertThat(Files.readString(MANIFEST))
                .contains("image: weir:" + weir + "\n")
                .contains("flinkVersion: v" + flink.replaceAll("(\\d+)\\.(\\d+)\\..*", "$1_$2") + "\n")
                .contains("jarURI: local:///opt/flink/usrlib/weir-job.jar\n");
    }

    private static Map<String, Object> manifest() throws IOException {
        return new Yaml().load(Files.readString(MANIFEST));
    }

    private static Map<String, Object> schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                KubernetesManifestTest.class.getClassLoader().getResourceAsStream(SCHEMA), SCHEMA)) {
            var versions = (List<?>) map(map(new Yaml().load(in)).get("spec")).get("versions");
            return map(map(map(versions.get(0)).get("schema")).get("openAPIV3Schema"));
        }
    }

    /** What Kubernetes' API server would refuse, for as much of the schema language as the operator uses. */
    private static void check(Object value, Map<String, Object> schema, String where, List<String> problems) {
        var choices = (List<?>) schema.get("enum");
        if (choices != null && !choices.contains(value)) {
            problems.add(where + " is none of the choices: " + value);
        }
        if (schema.containsKey("x-kubernetes-int-or-string")) {
            return;
        }
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> checkObject(value, schema, where, problems);
            case "array" -> checkArray(value, schema, where, problems);
            case "integer" -> checkType(value instanceof Integer, "integer", where, problems);
            case "number" -> checkType(value instanceof Number, "number", where, problems);
            case "boolean" -> checkType(value instanceof Boolean, "boolean", where, problems);
            case "string" -> checkType(value instanceof String, "string", where, problems);
            default -> checkType(schema.containsKey("x-kubernetes-preserve-unknown-fields"), "value", where, problems);
        }
    }

    private static void checkType(boolean isRight, String type, String where, List<String> problems) {
        if (!isRight) {
            problems.add(where + " is no " + type);
        }
    }

    private static void checkObject(Object value, Map<String, Object> schema, String where, List<String> problems) {
        if (!(value instanceof Map<?, ?> object)) {
            problems.add(where + " is no object");
            return;
        }
        var known = schema.containsKey("properties") ? map(schema.get("properties")) : Map.<String, Object>of();
        object.forEach((key, part) -> {
            var place = where + "." + key;
            if (known.containsKey(String.valueOf(key))) {
                check(part, map(known.get(String.valueOf(key))), place, problems);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
                check(part, map(any), place, problems);
            } else if (!isOpen(schema, where)) {
                problems.add(place + " is unknown");
            }
        });
    }

    /** What every resource has beside its own is not said in the schema of one. */
    private static boolean isOpen(Map<String, Object> schema, String where) {
        return where.isEmpty() || schema.containsKey("x-kubernetes-preserve-unknown-fields");
    }

    private static void checkArray(Object value, Map<String, Object> schema, String where, List<String> problems) {
        if (!(value instanceof List<?> list)) {
            problems.add(where + " is no list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check(list.get(i), map(schema.get("items")), where + "[" + i + "]", problems);
        }
    }

    @SuppressWarnings("unchecked") // YAML's objects have text for keys.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
