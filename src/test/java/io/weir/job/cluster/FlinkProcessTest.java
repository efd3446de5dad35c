package io.weir.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkProcessTest {

    @TempDir
    Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), """
                jobmanager.memory.process.size: 720m
                jobmanager.memory.jvm-metaspace.size: 192m
                jobmanager.memory.jvm-overhead.max: 64m
                jobmanager.memory.jvm-overhead.min: 64m
                jobmanager.memory.off-heap.size: 64m
                taskmanager.memory.process.size: 1728m
                env.java.opts.all: -Dof=all -Dmore=all
                env.java.opts.jobmanager: -Dof=jobmanager
                env.java.opts.taskmanager: -Dof=taskmanager
                """);
    }

    @Test
    void aJobManagerHasTheMemoryAndTheOptionsOfItsConfiguration() {
        var process = FlinkProcess.jobManager(folder);

        assertThat(process.mainClass()).endsWith(".StandaloneSessionClusterEntrypoint");
        assertThat(process.jvmOptions())
                .contains("-Xmx419430400", "-XX:MaxMetaspaceSize=201326592")
                .endsWith("-Dof=all", "-Dmore=all", "-Dof=jobmanager");
        assertThat(process.arguments()).startsWith("--configDir", folder.toString());
    }

    @Test
    void theJobManagerOfAnApplicationHasItsJobAndThatJobsOptionsApartFromFlinks() {
        var program = new FlinkProcess.Program(Path.of("/jars/job.jar"), "io.weir.Job", List.of("--from", "earliest"));

        var process = FlinkProcess.jobManager(folder, program);

        assertThat(process.mainClass()).endsWith(".StandaloneApplicationClusterEntryPoint");
        assertThat(process.jvmOptions())
                .isEqualTo(FlinkProcess.jobManager(folder).jvmOptions());
        assertThat(process.arguments())
                .endsWith(
                        "--job-classname",
                        "io.weir.Job",
                        "--jars",
                        "local:///jars/job.jar",
                        "--",
                        "--from",
                        "earliest");
    }

    @Test
    void aTaskManagerIsToldWhatOfItsMemoryIsForWhat() {
        var process = FlinkProcess.taskManager(folder);

        assertThat(process.mainClass()).endsWith(".TaskManagerRunner");
        assertThat(process.jvmOptions())
                .anyMatch(option -> option.startsWith("-XX:MaxDirectMemorySize="))
                .endsWith("-Dof=taskmanager");
        assertThat(process.arguments()).anyMatch(word -> word.startsWith("taskmanager.memory.managed.size="));
    }
}
