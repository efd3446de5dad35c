package io.weir.cli.cluster;

import io.weir.job.cluster.FlinkProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each process of a cluster is started with.
 *
 * @param libraries what it runs from
 * @param folder where its configuration is and its files go
 */
record MemberCommand(ClusterLibraries libraries, ClusterFolder folder) {

    private static final String KAFKA = "kafka";
    private static final String ZOOKEEPER = "zookeeper";
    private static final String FLINK = "flink";

    List<String> of(Member member) {
        var configuration = folder.configuration();
        return switch (member) {
            case ZOOKEEPER ->
                plain(
                        member,
                        ZOOKEEPER,
                        "64m",
                        "org.apache.zookeeper.server.ZooKeeperServerMain",
                        configuration.resolve("zoo.cfg").toString());
            case KAFKA ->
                plain(
                        member,
                        KAFKA,
                        "256m",
                        "kafka.Kafka",
                        configuration.resolve("server.properties").toString());
            case JOB_MANAGER -> flink(member, jobManager());
            case TASK_MANAGER_1, TASK_MANAGER_2 -> flink(member, FlinkProcess.taskManager(configuration));
        };
    }

    /** The folder that it starts in. */
    Path startsIn(Member member) {
        return member == Member.JOB_MANAGER
                ? new Submissions(folder)
                        .application()
                        .map(Submissions.Kept::from)
                        .orElse(folder.root())
                : folder.root();
    }

    private FlinkProcess jobManager() {
        return new Submissions(folder)
                .application()
                .map(job -> new FlinkProcess.Program(job.jar(), FlinkRun.JOB, job.arguments()))
                .map(program -> FlinkProcess.jobManager(folder.configuration(), program))
                .orElseGet(() -> FlinkProcess.jobManager(folder.configuration()));
    }

    /** Gives the broker's folder the identity that a new broker asks for. */
    List<String> format(String clusterId) {
        return plain(
                Member.KAFKA,
                KAFKA,
                "128m",
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                clusterId,
                "-c",
                folder.configuration().resolve("server.properties").toString());
    }

    /** What processes of Flink are told by the environment. */
    Map<String, String> environment() {
        return Map.of(
                "FLINK_CONF_DIR", folder.configuration().toString(),
                "FLINK_LIB_DIR", libraries.jars(FLINK).toString(),
                "FLINK_PLUGINS_DIR", folder.plugins().toString(),
                "MALLOC_ARENA_MAX", "2"); // RocksDB in many threads leaves holes in each of glibc's arenas.
    }

    // These start quickly rather than run fast.
    private List<String> plain(Member member, String kind, String heap, String mainClass, String... arguments) {
        var command = java(member, "log4j2.xml");
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx" + heap, "-cp", libraries.classPath(kind), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> flink(Member member, FlinkProcess process) {
        var command = java(member, "log4j.properties");
        command.addAll(process.jvmOptions());
        command.addAll(List.of("-cp", libraries.classPath(FLINK), process.mainClass()));
        command.addAll(process.arguments());
        return command;
    }

    private List<String> java(Member member, String logging) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dlog.file=" + folder.log(member),
                "-Dlog4j2.configurationFile="
                        + folder.configuration().resolve(logging).toUri()));
    }
}
