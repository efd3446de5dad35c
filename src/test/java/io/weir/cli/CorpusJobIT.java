package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.Corpus;
import io.weir.event.Event;
import io.weir.event.EventDecoder;
import io.weir.event.ProcessFacts.Life;
import io.weir.event.ProcessFacts.Log;
import io.weir.event.Stamp;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import io.weir.job.run.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job over real events, with all rules of the corpus, the pack, and a correlation that fires on them: from files and through Kafka. */
class CorpusJobIT {

    private static final List<String> STREAMS = List.of("evtx_visible", "otrf_visible");
    private static final List<String> FOLDERS = List.of("rules", "rules-emerging-threats", "rules-threat-hunting");
    private static final String LINKED = "7b0fae4e-90f0-4b5d-8f0d-6d35a8c7c001";
    private static final String BY_COMPUTER = "7b0fae4e-90f0-4b5d-8f0d-6d35a8c7c002";

    /** A PowerShell start, then an external connection: of one process, and on one computer. */
    private static final String CORRELATIONS = """
            title: PowerShell Start
            name: powershell_start
            id: 7b0fae4e-90f0-4b5d-8f0d-6d35a8c7c000
            logsource: {category: process_creation, product: windows}
            detection:
                selection: {Image|endswith: '\\powershell.exe'}
                condition: selection
            ---
            title: PowerShell, Then Outside
            id: %s
            correlation:
                type: temporal_ordered
                rules: [powershell_start, external_connection]
                link: process
                timespan: 1h
            ---
            title: PowerShell, Then Outside, on One Computer
            id: %s
            correlation:
                type: temporal_ordered
                rules: [powershell_start, external_connection]
                group-by: [Computer]
                timespan: 10m
            """.formatted(LINKED, BY_COMPUTER);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TWO_SECONDS = 2_000_000;

    @TempDir
    private Path work;

    @Test
    void filesAndTopicsAtAnyParallelismTellTheSameAndWhatIsExpected() throws Exception {
        var files = Stream.concat(
                Stream.of("--input"), STREAMS.stream().map(name -> file(name).toString()));
        var fromFiles = files.toList();
        var one = standing("files-1", fromFiles, 1);
        assertSingleRuleAlertsAreTheExpectedMatches(one);
        assertThat(one).filteredOn(body -> body.contains(LINKED)).hasSizeGreaterThan(2);
        assertThat(one).filteredOn(body -> body.contains(BY_COMPUTER)).hasSizeGreaterThan(2);

        assertThat(standing("files-2", fromFiles, 2)).isEqualTo(one);
        try (var kafka = EmbeddedKafka.start(work.resolve("kafka"))) {
            kafka.createTopic("windows", 4);
            kafka.createTopic("alerts", 2);
            fill(kafka);
            var fromTopic = List.of(
                    "--bootstrap-servers", kafka.cluster().servers(), "--topic", "windows", "--until", "latest");
            assertThat(standing("topic-1", fromTopic, 1)).isEqualTo(one);
            assertThat(standingInTopic(kafka, fromTopic)).isEqualTo(one);
        }
    }

    private static Path file(String stream) {
        return Corpus.file("streams/" + stream + ".ndjson.gz");
    }

    private List<String> standing(String run, List<String> source, int parallelism) throws IOException {
        var output = work.resolve(run);
        run(source, parallelism, List.of("--output", output.toString()));
        return weir("standing", output.toString());
    }

    private List<String> standingInTopic(EmbeddedKafka kafka, List<String> source) throws IOException {
        run(source, 2, List.of("--alerts-topic", "alerts", "--checkpoint-interval", "2s"));
        return weir("standing", "alerts", "--bootstrap-servers", kafka.cluster().servers());
    }

    private void run(List<String> source, int parallelism, List<String> sink) throws IOException {
        var correlations = Files.writeString(work.resolve("correlations.yml"), CORRELATIONS);
        var arguments = new ArrayList<>(List.of("--rules"));
        FOLDERS.forEach(folder -> arguments.add(Corpus.file("sigma/" + folder).toString()));
        arguments.addAll(List.of("rules", correlations.toString(), "--lateness", "3650d"));
        arguments.addAll(List.of("--parallelism", Integer.toString(parallelism)));
        arguments.addAll(source);
        arguments.addAll(sink);
        var settings = JobOptions.parse(arguments.toArray(String[]::new)).settings();
        var totals = RunCommand.run(settings, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        assertThat(totals.sums()).containsEntry(Tally.EVENTS, 79_515L).containsEntry(Tally.DEAD_LETTERS, 0L);
    }

    private static List<String> weir(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = WeirCommand.run(new Streams(out, System.err), arguments);
        assertThat(code).isZero();
        return out.toString(UTF_8).lines().toList();
    }

    private static void fill(EmbeddedKafka kafka) throws IOException {
        for (var stream : STREAMS) {
            var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
            for (var line : lines(stream)) {
                records.add(new ProducerRecord<>("windows", line));
            }
            kafka.send(records);
        }
    }

    /**
     * Of two copies of an event the one with the smaller hash counts; one that no rule matches does not travel. What Sysmon and the audit both tell of
     * is one event: Sysmon's, with the rules of both.
     */
    private static void assertSingleRuleAlertsAreTheExpectedMatches(List<String> standing) throws IOException {
        var rules = new TreeSet<String>();
        var expected = expected(rules);
        var told = new TreeMap<String, Set<String>>();
        for (var body : standing) {
            var alert = JSON.readTree(body);
            var rule = alert.path("rule").path("id").asText();
            if (rules.contains(rule)) {
                told.computeIfAbsent(alert.path("events").path(0).path("id").asText(), id -> new TreeSet<>())
                        .add(rule);
            }
        }
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(told).isEqualTo(expected);
    }

    private static Map<String, Set<String>> expected(Set<String> rules) throws IOException {
        var hashes = new HashMap<String, String>();
        var starts = new TreeMap<String, Event>();
        var expected = new TreeMap<String, Set<String>>();
        for (var stream : STREAMS) {
            var matches = matchesByLine(stream);
            matches.values().forEach(rules::addAll);
            long line = 0;
            for (var record : lines(stream)) {
                var matched = matches.getOrDefault(++line, Set.of());
                var event = EventDecoder.standard()
                        .decode(record, Stamp.NONE)
                        .events()
                        .get(0);
                if (isStart(event)) {
                    starts.put(event.identity().id(), event);
                }
                if (!matched.isEmpty() || isStart(event)) {
                    keepSmaller(event, matched, hashes, expected);
                }
            }
        }
        joinTwins(starts.values(), expected);
        expected.values().removeIf(Set::isEmpty);
        return expected;
    }

    /** Starts of one process id and image on one host, within two seconds: the first of the audit goes with the first of Sysmon, and so on. */
    private static void joinTwins(Collection<Event> starts, Map<String, Set<String>> expected) {
        var inOrder = starts.stream()
                .sorted(Comparator.comparingLong((Event event) -> event.time().micros())
                        .thenComparing(event -> event.identity().id()))
                .toList();
        var taken = new HashSet<String>();
        for (var sysmon : inOrder) {
            if (sysmon.process().log() == Log.SYSMON && !sysmon.process().guid().isEmpty()) {
                inOrder.stream()
                        .filter(audit -> audit.process().log() == Log.SECURITY && areTwins(sysmon, audit))
                        .filter(audit -> taken.add(audit.identity().id()))
                        .findFirst()
                        .ifPresent(audit -> join(sysmon, audit, expected));
            }
        }
    }

    private static boolean areTwins(Event one, Event other) {
        return one.host().equals(other.host())
                && one.process().pid().equals(other.process().pid())
                && one.process().image().equalsIgnoreCase(other.process().image())
                && Math.abs(one.time().micros() - other.time().micros()) <= TWO_SECONDS;
    }

    private static void join(Event sysmon, Event audit, Map<String, Set<String>> expected) {
        var both = new TreeSet<>(expected.getOrDefault(sysmon.identity().id(), Set.of()));
        var gone = expected.remove(audit.identity().id());
        both.addAll(gone == null ? Set.of() : gone);
        expected.put(sysmon.identity().id(), both);
    }

    private static List<byte[]> lines(String stream) throws IOException {
        try (var reader = Corpus.gzip("streams/" + stream + ".ndjson.gz")) {
            return reader.lines().map(line -> line.getBytes(UTF_8)).toList();
        }
    }

    private static boolean isStart(Event event) {
        return event.process().life() == Life.START;
    }

    private static void keepSmaller(
            Event event, Set<String> matched, Map<String, String> hashes, Map<String, Set<String>> expected) {
        var identity = event.identity();
        var known = hashes.get(identity.id());
        if (known == null || identity.contentHash().compareTo(known) < 0) {
            hashes.put(identity.id(), identity.contentHash());
            expected.put(identity.id(), matched);
        }
    }

    private static Map<Long, Set<String>> matchesByLine(String stream) throws IOException {
        return Corpus.jsonLines("streams/" + stream + ".expected.jsonl").stream()
                .collect(Collectors.toMap(line -> line.path("line").asLong(), CorpusJobIT::ruleIds));
    }

    private static Set<String> ruleIds(JsonNode line) {
        var ids = new TreeSet<String>();
        line.path("rules").forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
