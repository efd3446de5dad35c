package io.weir.job.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker, its own controller, inside the test's process and on the loopback interface. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaRaftServer server;
    private final KafkaCluster cluster;

    private EmbeddedKafka(KafkaRaftServer server, KafkaCluster cluster) {
        this.server = server;
        this.cluster = cluster;
    }

    /** Starts a broker that keeps its log in the folder. */
    public static EmbeddedKafka start(Path folder) throws Exception {
        int port = freePort();
        var config = config(folder, port, freePort());
        format(folder);
        var server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, new KafkaCluster(LOOPBACK + ":" + port, Map.of()));
    }

    /**
     * Starts a broker that talks to nobody but by TLS, and to nobody who does not say the password.
     *
     * @param identity a PKCS#12 file with the broker's key and certificate
     * @param storePassword of that file
     * @param user who may come, and what they say
     */
    public static EmbeddedKafka startSecured(
            Path folder, Path identity, String storePassword, String user, String password) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        var config = config(folder, port, controllerPort);
        var login =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                        .formatted(user, password, user, password);
        config.putAll(Map.of(
                "listeners",
                "SECURED://%s:%d,CONTROLLER://%s:%d".formatted(LOOPBACK, port, LOOPBACK, controllerPort),
                "listener.security.protocol.map",
                "SECURED:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "SECURED",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.secured.sasl.enabled.mechanisms",
                "PLAIN",
                "listener.name.secured.plain.sasl.jaas.config",
                login,
                "ssl.keystore.location",
                identity.toString(),
                "ssl.keystore.password",
                storePassword,
                "ssl.truststore.location",
                identity.toString(),
                "ssl.truststore.password",
                storePassword));
        format(folder);
        var server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
        var properties = Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login,
                "ssl.truststore.location",
                identity.toString(),
                "ssl.truststore.password",
                storePassword);
        return new EmbeddedKafka(server, new KafkaCluster(LOOPBACK + ":" + port, properties));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Properties config(Path folder, int port, int controllerPort) {
        var config = new Properties();
        config.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(LOOPBACK, port, LOOPBACK, controllerPort),
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.toString(),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        // Telemetry of tests is years old by its stamps, and would be swept away.
        config.setProperty("log.retention.ms", "-1");
        config.putAll(Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        return config;
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    /** How to reach it. */
    public KafkaCluster cluster() {
        return cluster;
    }

    /** Makes a topic. */
    public void createTopic(String name, int partitions) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(cluster.clientProperties())) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Sends records, each acknowledged when this returns. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        produce(Map.of(), producer -> sendAll(records, producer));
    }

    /** Sends records in a transaction that is committed or aborted. */
    public void sendInTransaction(List<ProducerRecord<byte[], byte[]>> records, boolean commit) {
        produce(Map.of("transactional.id", Uuid.randomUuid().toString()), producer -> {
            producer.initTransactions();
            producer.beginTransaction();
            sendAll(records, producer);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        });
    }

    private void produce(Map<String, String> settings, Consumer<Producer<byte[], byte[]>> work) {
        var properties = cluster.clientProperties();
        // Of two requests at once the broker may refuse the first, as it does not lead the new topic yet, and take the
        // second: then the first comes out of order for ever.
        properties.put("max.in.flight.requests.per.connection", 1);
        properties.putAll(settings);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            work.accept(producer);
        }
    }

    private static void sendAll(List<ProducerRecord<byte[], byte[]>> records, Producer<byte[], byte[]> producer) {
        var acknowledgements = records.stream().map(producer::send).toList();
        producer.flush();
        acknowledgements.forEach(EmbeddedKafka::await);
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker took no record", e);
        }
    }

    /** What a reader of committed records finds in the topic now, partition by partition. */
    public List<ConsumerRecord<byte[], byte[]>> committed(String topic, int partitions) {
        var properties = cluster.clientProperties();
        properties.setProperty("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .flatMap(partition -> readAll(consumer, partition).stream())
                    .toList();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> readAll(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (consumer.position(partition) < end && System.nanoTime() < giveUp) {
            consumer.poll(POLL).records(partition).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
