package io.weir.job.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
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
    private static final String APPLICATION =
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
    private static final String WORKER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

    public FlinkProcess {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    /** The job manager of a session cluster that is configured in the folder. */
    public static FlinkProcess jobManager(Path folder) {
        return jobManager(SESSION, folder);
    }

    /**
     * The job manager of a cluster that is configured in the folder for one job, which it starts by itself: application mode.
     *
     * @param program of the job
     */
    public static FlinkProcess jobManager(Path folder, Program program) {
        var process = jobManager(APPLICATION, folder);
        var arguments = Stream.of(
                        process.arguments(),
                        List.of("--job-classname", program.mainClass()),
                        List.of("--jars", inPlace(program.jar()), "--"),
                        program.arguments())
                .flatMap(List::stream);
        return new FlinkProcess(process.jvmOptions(), APPLICATION, arguments.toList());
    }

    /** Flink copies a file to a folder of the machine where one of that name may be left of an earlier build, and takes that; what is local it reads where it is. */
    private static String inPlace(Path jar) {
        return "local://" + jar.toUri().getRawPath();
    }

    /**
     * What makes the job of a cluster in application mode.
     *
     * @param mainClass in the jar
     * @param arguments of that class
     */
    public record Program(Path jar, String mainClass, List<String> arguments) {
        public Program {
            arguments = List.copyOf(arguments);
        }
    }

    private static FlinkProcess jobManager(String mainClass, Path folder) {
        var configuration = read(folder);
        var memory = JobManagerProcessUtils.processSpecFromConfig(configuration);
        return of(
                mainClass,
                folder,
                configuration,
                CoreOptions.FLINK_JM_JVM_OPTIONS,
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
                CoreOptions.FLINK_TM_JVM_OPTIONS,
                ProcessMemoryUtils.generateJvmParametersStr(memory),
                TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
    }

    private static Configuration read(Path folder) {
        return GlobalConfiguration.loadConfiguration(folder.toString());
    }

    private static FlinkProcess of(
            String mainClass,
            Path folder,
            Configuration configuration,
            ConfigOption<String> ownOptions,
            String memory,
            String dynamic) {
        var options = Stream.of(memory, configuration.get(CoreOptions.FLINK_JVM_OPTIONS), configuration.get(ownOptions))
                .flatMap(FlinkProcess::words);
        var arguments = Stream.concat(Stream.of("--configDir", folder.toString()), words(dynamic));
        return new FlinkProcess(options.toList(), mainClass, arguments.toList());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty());
    }
}
