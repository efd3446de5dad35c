package io.weir.correlate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.Corpus;
import io.weir.check.LoadedPipelines;
import io.weir.check.LoadedRules;
import io.weir.correlate.HostMemory.LinkedGroup;
import io.weir.event.EventDecoder;
import io.weir.event.Stamp;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real sequences of the start of a system binary and an external connection of that process or one that it started: what others have mined from
 * whole captures, by GUID where the host has Sysmon, by process id where it has Windows' auditing, is found by linked correlations.
 */
class RealSequencesIT {

    private static final String LISTED = "b4d3d6a0-5a0e-4c1e-9d55-0c1f8a3f1001";
    private static final String OTHER = "b4d3d6a0-5a0e-4c1e-9d55-0c1f8a3f1002";
    private static final long TIMESPAN = 16L * 60 * 1_000_000;
    private static final Horizons HORIZONS = new Horizons(Duration.ofDays(3_650), Duration.ofHours(24));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What of each capture travels on after matching. */
    private static final Map<String, List<MatchedEvent>> CAPTURES = new TreeMap<>();

    /** Which event is at a place of a capture. */
    private static final Map<String, String> IDS = new HashMap<>();

    @TempDir
    static Path folder;

    private static RuleSet rules;

    /**
     * What was mined.
     *
     * @param source of the capture; one capture is in two
     * @param connection one of those that the process, or one that it started, has made
     * @param rule which correlation is to find it
     */
    private record Pair(String source, String start, String connection, String rule) {}

    @BeforeAll
    static void read() throws IOException {
        rules = rules();
        for (var line : lines("streams/evtx_visible.ndjson.gz")) {
            var json = JSON.readTree(line);
            add(json.path("SourceFile").asText(), json.path("SourceIndex").asInt(), line);
        }
        try (var files = Files.list(Corpus.file("streams/full"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                int index = 0;
                for (var line : lines("streams/full/" + name)) {
                    add(name.replace(".ndjson.gz", ""), index++, line);
                }
            }
        }
    }

    private static void add(String capture, int index, String line) {
        for (var event :
                EventDecoder.standard().decode(line.getBytes(UTF_8), Stamp.NONE).events()) {
            IDS.put(capture + " " + index, event.identity().id());
            rules.observe(event)
                    .ifPresent(seen -> CAPTURES.computeIfAbsent(capture, key -> new ArrayList<>())
                            .add(seen));
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (var reader = Corpus.gzip(name)) {
            return reader.lines().toList();
        }
    }

    private static RuleSet rules() throws IOException {
        var listed = Files.readAllLines(Corpus.file("spec/lolbins.txt")).stream()
                .filter(name -> !name.isBlank())
                .map(name -> "            - '\\" + name.strip() + "'\n")
                .collect(Collectors.joining());
        var written = """
                title: A Listed Binary Starts
                name: listed
                id: b4d3d6a0-5a0e-4c1e-9d55-0c1f8a3f2001
                logsource: {category: process_creation, product: windows}
                detection:
                    selection:
                        Image|endswith:
                %s    condition: selection
                ---
                title: Another Binary of Windows Starts
                name: other
                id: b4d3d6a0-5a0e-4c1e-9d55-0c1f8a3f2002
                logsource: {category: process_creation, product: windows}
                detection:
                    selection:
                        Image|startswith: 'C:\\Windows\\'
                    filter:
                        Image|endswith:
                %s    condition: selection and not filter
                ---
                title: A Listed Binary, Then Outside
                id: %s
                correlation:
                    type: temporal_ordered
                    rules: [listed, external_connection]
                    link: process-tree
                    timespan: 16m
                ---
                title: Another Binary of Windows, Then Outside
                id: %s
                correlation:
                    type: temporal_ordered
                    rules: [other, external_connection]
                    link: process-tree
                    timespan: 16m
                """.formatted(listed, listed, LISTED, OTHER);
        var file = Files.writeString(folder.resolve("sequences.yml"), written);
        var loaded = LoadedRules.read(
                List.of(file, Path.of("rules/net_connection_win_external.yml")),
                LoadedPipelines.read(List.of("windows-audit")),
                RuleSet.DEFAULT_STAGES);
        assertThat(loaded.problems()).isEmpty();
        return loaded.rules();
    }

    private static Map<String, List<Pair>> pairs() throws IOException {
        var pairs = new TreeMap<String, List<Pair>>();
        for (var mined : Corpus.json("streams/lolbin_sequences_visible.json").path("sequences")) {
            var file = mined.path("file").asText();
            var capture = file.substring(file.indexOf('!') + 1).replaceFirst("\\.json$", "");
            pairs.computeIfAbsent(capture, key -> new ArrayList<>())
                    .add(new Pair(
                            file,
                            id(capture, mined.path("create_idx")),
                            id(capture, mined.path("conn_idx")),
                            mined.path("tier").asText().equals("T2") ? LISTED : OTHER));
        }
        return pairs;
    }

    private static String id(String capture, JsonNode index) {
        return IDS.getOrDefault(capture + " " + index.asInt(), "none");
    }

    /** Where two logs tell of one thing, the one speaks for the other. */
    private static Map<String, PlainProcesses> speakers() {
        var speakers = new HashMap<String, PlainProcesses>();
        CAPTURES.forEach((capture, events) -> {
            var once = new LinkedHashMap<String, MatchedEvent>();
            events.forEach(event -> once.putIfAbsent(event.event().identity().id(), event));
            speakers.put(capture, new PlainProcesses(HORIZONS, once.values()));
        });
        return speakers;
    }

    private static String text(String rule, String start, String connection) {
        return rule + " " + start + " " + connection;
    }

    private static CorrelationRun run(Collection<MatchedEvent> events) {
        return new CorrelationRun(rules, HORIZONS).observeAll(List.copyOf(events));
    }

    private static Set<String> told(CorrelationRun run) throws IOException {
        var told = new TreeSet<String>();
        for (var body : run.standing().values()) {
            var alert = JSON.readTree(body);
            told.add(text(
                    alert.at("/rule/id").asText(),
                    alert.at("/events/0/id").asText(),
                    alert.at("/events/1/id").asText()));
        }
        return told;
    }

    @Test
    void eachProcessThatStartsIsFoundWithAConnectionOfItsAndEachConnectionIsSeenInItsGroup() throws IOException {
        var speakers = speakers();
        var missing = new TreeSet<String>();
        var beyond = new TreeSet<String>();
        var starts = new TreeSet<String>();
        int pairs = 0;
        for (var entry : CAPTURES.entrySet()) {
            var run = run(entry.getValue());
            var told = told(run);
            var by = Objects.requireNonNull(speakers.get(entry.getKey()));
            var mined = new TreeMap<String, Set<String>>();
            for (var pair : pairs().getOrDefault(entry.getKey(), List.of())) {
                var start = by.speaker(pair.start());
                var connection = by.speaker(pair.connection());
                mined.computeIfAbsent(start, key -> new TreeSet<>()).add(text(pair.rule(), start, connection));
                if (!isSeen(run, pair.rule(), start, connection)) {
                    missing.add(pair.toString());
                }
                starts.add(pair.source() + " " + pair.start());
                pairs++;
            }
            mined.values().stream()
                    .filter(any -> any.stream().noneMatch(told::contains))
                    .forEach(any -> missing.add(entry.getKey() + " " + any));
            told.stream()
                    .filter(one -> mined.values().stream().noneMatch(any -> any.contains(one)))
                    .forEach(one -> beyond.add(entry.getKey() + " " + one));
        }
        assertThat(missing).isEmpty();
        assertThat(List.of(starts.size(), pairs)).isEqualTo(List.of(68, 325));
        assertThat(beyond).as("alerts on what was not mined").isEmpty();
    }

    /** Whether the connection is in the group of the process that started, within the timespan. */
    private static boolean isSeen(CorrelationRun run, String rule, String start, String connection) {
        return run.hosts().values().stream().anyMatch(host -> {
            var view = new HostView(new HostRules(rules, HORIZONS), host);
            var begun = host.event(start).map(MatchedEvent::event);
            var process =
                    begun.flatMap(view.tree()::process).map(ProcessRef::name).orElse("");
            return view.of(connection).stream()
                    .flatMap(one -> one.places().entrySet().stream())
                    .anyMatch(place -> place.getKey().process().equals(process)
                            && isOf(rule, place.getKey())
                            && place.getValue().time().micros()
                                            - begun.orElseThrow().time().micros()
                                    <= TIMESPAN);
        });
    }

    private static boolean isOf(String rule, LinkedGroup group) {
        return new CorrelationPlan(rules, Emission.EARLY)
                .correlation(group.meaning())
                .filter(one -> one.id().equals(rule))
                .isPresent();
    }
}
