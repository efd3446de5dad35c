package io.weir.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it takes to load rules, and what they take then; each measured in JVMs of its own. */
final class Loading {

    private static final double NANOS_A_SECOND = 1e9;

    private static final Map<String, Jvm> LOADERS = new LinkedHashMap<>();

    static {
        Jvm.archive()
                .ifPresent(archive -> LOADERS.put(
                        "as weir check runs: C1, serial collector, archive of classes",
                        Jvm.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", archive)));
        LOADERS.put("C1, serial collector", Jvm.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        LOADERS.put("C1 and C2, parallel collector", Jvm.of("-XX:+UseParallelGC"));
    }

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** The figures so far, round by round. */
    Map<String, List<Double>> figures() {
        return figures;
    }

    /** Measures once more. */
    void round(Workload workload, List<Path> rules, Jvm memory) throws IOException {
        var paths = rules.stream().map(Path::toString).toList();
        for (var loader : LOADERS.entrySet()) {
            var said = loader.getValue().run(LoadFork.class, paths);
            add(new Figure(
                    "CPU s of a fresh JVM that reads, parses and compiles --rules, " + loader.getKey(),
                    Long.parseLong(said.get(said.size() - 1)) / NANOS_A_SECOND));
        }
        for (var choice : workload.choices()) {
            var arguments = new ArrayList<>(List.of(workload.events().toString(), choice.name()));
            arguments.addAll(paths);
            memory.run(MemoryFork.class, arguments).stream()
                    .flatMap(line -> Figure.parse(line).stream())
                    .forEach(this::add);
        }
    }

    private void add(Figure figure) {
        figures.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure.value());
    }
}
