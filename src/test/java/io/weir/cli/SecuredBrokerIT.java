package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.cli.scenario.HiddenStory;
import io.weir.cli.scenario.Scenario;
import io.weir.cli.scenario.Told;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.source.InputTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that demands TLS and a password: it gets both, and nobody else gets the password. */
@Timeout(180)
class SecuredBrokerIT {

    private static final String USER = "weir";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String STORE_PASSWORD = "staple-staple-staple";
    private static final String TOPIC = "windows";

    @TempDir
    Path folder;

    private record Ended(int exit, String out, String err) {}

    @Test
    void alertsComeThroughAndSecretsDoNot() throws Exception {
        var story = Scenario.generate(3, 1_000, folder.resolve("telemetry"));
        var identity = identity("broker.p12");
        try (var kafka =
                EmbeddedKafka.startSecured(folder.resolve("kafka"), identity, STORE_PASSWORD, USER, PASSWORD)) {
            var servers = kafka.cluster().servers();
            kafka.createTopic(TOPIC, 2);
            kafka.createTopic("alerts", 1);
            send(kafka, story);
            var properties = properties("right.properties", PASSWORD);

            var ran = weir(run(servers, properties));
            var standing = weir("standing", "alerts", "--bootstrap-servers", servers, "--kafka-properties", properties);

            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(Told.by(standing.out().lines().toList())).isEqualTo(story.alerts());
            assertThat(ran.out() + ran.err()).doesNotContain(PASSWORD, STORE_PASSWORD);
            assertThat(travelling(run(servers, properties))).doesNotContain(PASSWORD, STORE_PASSWORD);

            assertRefused(weir(run(servers, properties("wrong.properties", "wrong-horse"))));
            assertRefused(weir(run(servers, write("none.properties", "security.protocol=PLAINTEXT\n"))));
        }
    }

    /** In time and in one line, without the password. */
    private static void assertRefused(Ended ended) {
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().lines().filter(line -> !line.endsWith("in force")))
                .hasSize(1);
        assertThat(ended.err()).contains("127.0.0.1:").doesNotContain("wrong-horse", "\tat ");
    }

    /** What goes to the cluster, and lies in its storage. */
    private static String travelling(String... run) throws IOException {
        var arguments = List.of(run).subList(1, run.length).toArray(String[]::new);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            var source = (InputTopics) JobOptions.parse(arguments).settings().source();
            out.writeObject(source.cluster());
        }
        assertThat(bytes.toString(UTF_8)).contains("sasl.jaas.config");
        return bytes.toString(UTF_8);
    }

    private static String[] run(String servers, String properties) {
        return new String[] {
            "run",
            "--rules",
            "rules",
            "--topic",
            TOPIC,
            "--until",
            "latest",
            "--alerts-topic",
            "alerts",
            "--parallelism",
            "1",
            "--bootstrap-servers",
            servers,
            "--kafka-properties",
            properties
        };
    }

    private static void send(EmbeddedKafka kafka, HiddenStory story) throws IOException {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var file : story.files()) {
            int partition = story.files().indexOf(file) % 2;
            Files.readAllLines(file)
                    .forEach(line -> records.add(new ProducerRecord<>(TOPIC, partition, null, line.getBytes(UTF_8))));
        }
        kafka.send(records);
    }

    /** Of a client: the secrets are in files of their own. */
    private String properties(String name, String password) throws IOException {
        var secrets = Files.createDirectories(folder.resolve(name + "-secrets"));
        Files.writeString(secrets.resolve("password"), password);
        var stores = write(name + "-stores", "truststore=" + STORE_PASSWORD + "\n");
        return write(name, """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
                username="%s" password="${directory:%s:password}";
                ssl.truststore.location=%s
                ssl.truststore.password=${file:%s:truststore}
                """.formatted(USER, secrets, folder.resolve("broker.p12"), stores));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** A key and a certificate for the loopback address, which signs itself and so is also what a client trusts. */
    private Path identity(String name) throws Exception {
        var file = folder.resolve(name);
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }

    private static Ended weir(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        return new Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
