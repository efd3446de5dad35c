package io.weir.job.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * How a Flink process is started, so that its memory is what its configuration says: what the scripts of a distribution work out.
 *
 * @param jvmOptions options of the JVM
 * @param mainClass what it runs
 * @param arguments of the program
 */
public record FlinkProcess(List<String> jvmOptions, String mainClass, List<String> arguments) {

    private static final String SESSION = "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
    private static final String WORKER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

    public FlinkProcess {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    /** The job manager of a session cluster that is configured in the folder. */
    public static FlinkProcess jobManager(Path folder) {
        var configuration = read(folder);
        var memory = JobManagerProcessUtils.processSpecFromConfig(configuration);
        return of(
                SESSION,
                folder,
                configuration,
                JobManagerProcessUtils.generateJvmParametersStr(memory, configuration),
                JobManagerProcessUtils.generateDynamicConfigsStr(memory));
    }

    /** A task manager of the cluster that is configured in the folder. */
    public static FlinkProcess taskManager(Path folder) {
        var configuration = read(folder);
        var memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        return of(
                WORKER,
                folder,
                configuration,
                ProcessMemoryUtils.generateJvmParametersStr(memory),
                TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
    }

    private static Configuration read(Path folder) {
        return GlobalConfiguration.loadConfiguration(folder.toString());
    }

    private static FlinkProcess of(
            String mainClass, Path folder, Configuration configuration, String memory, String dynamic) {
        var options = Stream.concat(words(memory), words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)));
        var arguments = Stream.concat(Stream.of("--configDir", folder.toString()), words(dynamic));
        return new FlinkProcess(options.toList(), mainClass, arguments.toList());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty());
    }
}
