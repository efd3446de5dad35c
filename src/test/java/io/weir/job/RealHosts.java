package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.Corpus;
import io.weir.correlate.Horizons;
import io.weir.event.EventDecoder;
import io.weir.event.HostId;
import io.weir.event.Stamp;
import io.weir.match.EventFacts;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Real telemetry as hosts get it: what SigmaHQ's rules and the rule pack let through of the corpus, file by file, each record once.
 *
 * @param rules that it was matched with
 * @param events in the order of the files
 */
record RealHosts(RuleSetSource rules, List<MatchedEvent> events) {

    static final Horizons HORIZONS = new Horizons(Duration.ofHours(1), Duration.ofHours(24));

    static RealHosts read() throws IOException {
        var files = new ArrayList<>(RuleParser.read(List.of(Corpus.file("sigma/rules/windows"))));
        files.addAll(RuleParser.read(List.of(Path.of("rules"))));
        return new RealHosts(RuleSetSource.of(files, List.of(), RuleSet.DEFAULT_STAGES), events(files));
    }

    private static List<MatchedEvent> events(List<RuleFile> files) throws IOException {
        var rules = RuleSet.compile(RuleParser.parse(files).rules());
        var decoder = EventDecoder.standard();
        var seen = new HashSet<String>();
        var events = new ArrayList<MatchedEvent>();
        for (var name : names()) {
            try (var lines = Corpus.gzip(name)) {
                for (var line : (Iterable<String>) lines.lines()::iterator) {
                    if (seen.add(line)) {
                        decoder.decode(line.getBytes(UTF_8), Stamp.NONE).events().stream()
                                .flatMap(event -> rules.observe(event).stream())
                                .forEach(events::add);
                    }
                }
            }
        }
        return List.copyOf(events);
    }

    private static List<String> names() throws IOException {
        var names = new ArrayList<String>();
        for (var folder : List.of("streams", "streams/full")) {
            try (var files = Files.list(Corpus.file(folder))) {
                files.map(file -> folder + "/" + file.getFileName())
                        .filter(name -> name.endsWith(".gz"))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** The event of that number; behind the last they come again, of other hosts. */
    MatchedEvent event(int number) {
        var event = events.get(number % events.size());
        var facts = event.event();
        var host = new HostId(facts.host().name() + "-" + number / events.size());
        return new MatchedEvent(
                new EventFacts(
                        facts.identity(),
                        host,
                        facts.time(),
                        facts.arrival(),
                        facts.channel(),
                        facts.recordNumber(),
                        facts.process(),
                        facts.fields()),
                event.matches());
    }
}
