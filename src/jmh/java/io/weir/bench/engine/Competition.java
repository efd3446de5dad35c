package io.weir.bench.engine;

import io.weir.match.EventLogSources;
import io.weir.rule.DetectionRule;
import io.weir.rule.SigmaRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures workloads, round by round, and keeps what was measured. */
final class Competition {

    private final Jvm jvm;
    private final List<Path> paths;
    private final List<DetectionRule> rules;
    private final Path folder;
    private final @Nullable Rsigma rsigma;
    private final Map<Workload, Results> results = new HashMap<>();
    private final Map<Workload, Rsigma.Input> inputs = new HashMap<>();
    private final Loading loading = new Loading();
    private final PrintStream progress;
    private final int warmUp;

    /**
     * A competition in which nothing is measured yet.
     *
     * @param jvm in which Weir's engines run, a new one each time
     * @param paths of the rules
     * @param rules in force among them
     * @param folder for what rsigma needs
     * @param rsigma null where it does not take part
     * @param warmUp CPU seconds that each JVM has for its compiler
     * @param progress takes a line an engine
     */
    Competition(
            Jvm jvm,
            List<Path> paths,
            List<DetectionRule> rules,
            Path folder,
            @Nullable Rsigma rsigma,
            int warmUp,
            PrintStream progress) {
        this.jvm = jvm;
        this.paths = paths;
        this.rules = rules;
        this.folder = folder;
        this.rsigma = rsigma;
        this.warmUp = warmUp;
        this.progress = progress;
    }

    /** Measures a workload once with every engine. */
    void round(Workload workload) throws IOException {
        var measured = results.computeIfAbsent(workload, unused -> new Results());
        if (rsigma != null) {
            var choice = workload.choices().get(0);
            var chosen = choice.of(rules);
            add(measured, rsigma.measure(ruleFolder(choice, chosen), chosen.size(), input(workload, rsigma)));
        }
        var arguments = new ArrayList<>(List.of(
                workload.events().toString(),
                workload.choices().stream().map(RuleChoice::name).collect(Collectors.joining(",")),
                String.valueOf(warmUp)));
        paths.forEach(path -> arguments.add(path.toString()));
        jvm.run(Fork.class, arguments).stream()
                .flatMap(line -> Sample.parse(line).stream())
                .forEach(sample -> add(measured, sample));
    }

    private void add(Results measured, Sample sample) {
        measured.add(sample);
        progress.printf(
                Locale.ROOT,
                "  %-20s %,7d rules %10.2f µs an event%n",
                sample.engine(),
                sample.rules(),
                sample.micros());
    }

    /** Measures loading once. */
    void load(Workload everything) throws IOException {
        loading.round(everything, paths, jvm);
    }

    /** What was measured of those workloads, in their order. */
    Map<Workload, Results> results(List<Workload> workloads) {
        var ordered = new LinkedHashMap<Workload, Results>();
        workloads.forEach(workload -> ordered.put(workload, results.getOrDefault(workload, new Results())));
        return ordered;
    }

    /** What was measured of loading, round by round. */
    Map<String, List<Double>> loading() {
        return loading.figures();
    }

    private Rsigma.Input input(Workload workload, Rsigma rival) throws IOException {
        var known = inputs.get(workload);
        if (known == null) {
            var lines = new FlatEvents(new EventLogSources(rules)).of(EventLines.unique(List.of(workload.events())));
            known = rival.input(workload.events().getFileName().toString(), lines);
            inputs.put(workload, known);
        }
        return known;
    }

    /** A folder with the files of those rules and no others. */
    private Path ruleFolder(RuleChoice choice, Collection<? extends SigmaRule> chosen) throws IOException {
        var copies = folder.resolve("rules-" + choice);
        if (!Files.exists(copies)) {
            Files.createDirectories(copies);
            var files = chosen.stream()
                    .map(rule -> rule.header().position().file())
                    .distinct()
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                Files.copy(Path.of(files.get(i)), copies.resolve(i + ".yml"));
            }
        }
        return copies;
    }
}
