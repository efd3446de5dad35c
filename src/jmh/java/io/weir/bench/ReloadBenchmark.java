package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.job.source.RecordedLines;
import io.weir.match.LiveRules;
import io.weir.match.LiveRules.Version;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long an event waits while all rules are replaced: events are decoded and matched one after the other in one thread, and each is timed by the clock, which
 * takes in what the garbage collector and other processes do meanwhile.
 */
final class ReloadBenchmark {

    private static final double NANOS_A_MILLI = 1e6;

    /** Watched before the rules are replaced, and after; at first they are too few to make a JVM warm. */
    private static final int EVENTS = 20_000;

    private final List<byte[]> records;
    private final List<RuleFile> rules;
    private final PrintStream out;
    private final EventDecoder decoder = EventDecoder.standard();
    private int at;
    private int version;
    private long matched;
    private RuleSet compiled = RuleSet.compile(List.of());

    private ReloadBenchmark(List<byte[]> records, List<RuleFile> rules, PrintStream out) {
        this.records = records;
        this.rules = rules;
        this.out = out;
    }

    /** Replaces the rules so often, in both ways, and prints a line each time. */
    static void run(List<Path> telemetry, List<Path> rules, int times, PrintStream out) throws IOException {
        var read = LoadedRules.read(rules);
        out.println("rules: " + read.summary());
        new ReloadBenchmark(some(RecordedLines.of(telemetry)), read.files(), out).run(times);
    }

    /** Not all: a heap full of records would make the garbage collector's work ours. */
    private static List<byte[]> some(List<RecordedLines.Recorded> all) {
        int oneIn = all.size() / EVENTS + 1;
        return IntStream.range(0, all.size() / oneIn)
                .mapToObj(i -> all.get(i * oneIn).bytes())
                .toList();
    }

    private void run(int times) {
        out.println("longest time of one event, ms by the clock / of its thread's CPU");
        out.println(
                "| Replacement | none | beside the events | until in force | in their own thread | of it compiling |");
        out.println("|---:|---:|---:|---:|---:|---:|");
        for (int time = 1; time <= times; time++) {
            replace(time);
        }
        out.printf(Locale.ROOT, "%,d events matched%n", matched);
    }

    private void replace(int time) {
        try (var live = new LiveRules(changed().get(), failure -> failure.printStackTrace(out))) {
            var none = watch(live);
            var old = live.current();
            long begin = System.nanoTime();
            live.replace(changed());
            var beside = new Longest();
            while (live.current().id() == old.id()) {
                beside.time(() -> observe(live));
            }
            double untilInForce = (System.nanoTime() - begin) / NANOS_A_MILLI;
            beside.add(watch(live));
            var inPlace = new Longest();
            var next = changed();
            var compiling = new Longest();
            inPlace.time(() -> compiling.time(() -> compiled = next.get().rules()));
            var rules = compiled;
            for (int i = 0; i < EVENTS; i++) {
                inPlace.time(() -> observe(rules));
            }
            out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s | %.0f | %s | %s |%n",
                    time,
                    none,
                    beside,
                    untilInForce,
                    inPlace,
                    compiling);
        }
    }

    private Longest watch(LiveRules live) {
        var longest = new Longest();
        for (int i = 0; i < EVENTS; i++) {
            longest.time(() -> observe(live));
        }
        return longest;
    }

    private void observe(LiveRules live) {
        observe(live.current().rules());
    }

    private void observe(RuleSet set) {
        byte[] record = records.get(at++ % records.size());
        for (var event : decoder.decode(record, Stamp.NONE).events()) {
            matched += set.observe(event).isPresent() ? 1 : 0;
        }
    }

    /** The longest of some pieces of work. */
    private static final class Longest {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long clock;
        private long cpu;

        void time(Runnable work) {
            long cpuBefore = threads.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            work.run();
            clock = Math.max(clock, System.nanoTime() - before);
            cpu = Math.max(cpu, threads.getCurrentThreadCpuTime() - cpuBefore);
        }

        void add(Longest other) {
            clock = Math.max(clock, other.clock);
            cpu = Math.max(cpu, other.cpu);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", clock / NANOS_A_MILLI, cpu / NANOS_A_MILLI);
        }
    }

    /** All rules once more, each another than before. */
    private Supplier<Version> changed() {
        version++;
        var files = new ArrayList<RuleFile>();
        for (var file : rules) {
            var text = new String(file.bytes(), UTF_8).replace("title: ", "title: " + version + " ");
            files.add(new RuleFile(file.name(), text.getBytes(UTF_8)));
        }
        long id = version;
        return () -> new Version(
                id,
                LoadedRules.of(files, LoadedPipelines.NONE, RuleSet.DEFAULT_STAGES)
                        .rules());
    }
}
