package io.weir.bench.engine;

import io.weir.check.LoadedRules;
import io.weir.cli.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.FileUtils;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@code scripts/weir bench jmh}: decoding and matching for JMH and its profilers. One operation is a pass through all events. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseTransparentHugePages"})
public class MatchingBenchmark {

    private static final long SEED = 7;
    private static final int GENERATED = 20_000;

    /** A file of events, one a line, or a folder of such; generated where there is none. */
    @Param("")
    public String events = "";

    /** A file or folder of rules. */
    @Param("rules")
    public String rules = "";

    private Contestant decoding = Contestant.decoding(List.of());
    private Contestant cold = decoding;
    private Contestant steady = decoding;

    /** What JMH does not count, summed up over the passes: CPU time of the thread that goes through the events. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {

        /** CPU time. */
        public double cpuMicros;

        /** How many events that was for. */
        public long events;

        long count(Sample sample) {
            cpuMicros += sample.nanos() / 1e3;
            events += sample.events();
            return sample.matches();
        }
    }

    /** Reads the events and the rules. */
    @Setup
    public void read() throws IOException {
        var lines = events.isEmpty() ? generated() : EventLines.unique(List.of(Path.of(events)));
        var compiled = LoadedRules.read(List.of(Path.of(rules))).rules();
        decoding = Contestant.decoding(lines);
        cold = Contestant.cold(compiled, lines);
        steady = Contestant.steady(compiled, lines);
    }

    private static List<byte[]> generated() throws IOException {
        var folder = Files.createTempDirectory("weir-bench-jmh-");
        try {
            return EventLines.unique(Scenario.generate(SEED, GENERATED, folder).files());
        } finally {
            FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
    }

    /** Decoding alone. */
    @Benchmark
    public long decoding(Cpu cpu) {
        return cpu.count(decoding.pass());
    }

    /** Decoding and matching with a new decoder and a new index. */
    @Benchmark
    public long cachesEmpty(Cpu cpu) {
        return cpu.count(cold.pass());
    }

    /** Decoding and matching with those of the passes before. */
    @Benchmark
    public long steady(Cpu cpu) {
        return cpu.count(steady.pass());
    }
}
