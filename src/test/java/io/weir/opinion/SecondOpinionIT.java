package io.weir.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.Corpus;
import io.weir.match.RuleSet;
import io.weir.opinion.LogSourceMap.View;
import io.weir.parse.RuleFile;
import io.weir.parse.RuleParser;
import io.weir.rule.DetectionRule;
import io.weir.rule.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * rsigma, and pySigma as a parser, say of the same rules and events what Weir says, but for what {@code differences.tsv} lists. Fields
 * have Sigma's names before they look, so that rules are compared and not the shapes of telemetry.
 *
 * <p>{@code WEIR_RSIGMA} is the path of rsigma 0.23, {@code WEIR_PYSIGMA} that of a Python which has pySigma; {@code .ci/run} installs
 * both. Where one is not given, what needs it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondOpinionIT {

    private static final List<String> FOLDERS = List.of("rules", "rules-emerging-threats", "rules-threat-hunting");
    private static final String MADE = "made/";

    /** pySigma's trees run slowly: of the lines of the streams on which Weir finds nothing, they look at one in so many. */
    private static final int ONE_IN = Integer.getInteger("oneIn", 16);

    /** How many of the 2,856 rules an event that was made for them does fit. */
    private static final int RULES_THAT_FIT = 2_800;

    @TempDir
    Path folder;

    private final Map<String, LogSource> rules = new HashMap<>();
    private final List<Trees.Rule> parsed = new ArrayList<>();

    private static String installed(String variable, String what) {
        var path = System.getenv(variable);
        assumeThat(path).as("%s, by %s: .ci/run installs it", what, variable).isNotBlank();
        return path;
    }

    private static String rsigma() {
        return installed("WEIR_RSIGMA", "rsigma 0.23");
    }

    private static String pySigma() {
        return installed("WEIR_PYSIGMA", "a Python with pySigma");
    }

    private Map<String, LogSource> logSources() {
        if (rules.isEmpty()) {
            Corpus.threeFolders()
                    .detections()
                    .forEach(rule -> rules.put(rule.header().id(), rule.logSource()));
        }
        return rules;
    }

    @Test
    void rsigmaSaysTheSameOfTheCorpus() throws IOException, InterruptedException {
        var map = LogSourceMap.read();
        try (var rsigma = new Rsigma(rsigma(), Corpus.file("sigma"), folder.resolve("answers"))) {
            CorpusEvents.each((place, event) -> {
                var fields = PlainJson.of(event);
                for (var view : map.of(event)) {
                    rsigma.look(place, view, fields);
                }
            });
            assertThat(Differences.between(Findings.ofWeir(), found(rsigma.answers())))
                    .isEqualTo(Differences.listed("rsigma", source -> !isOfVectors(source) && !isMade(source)));
        }
    }

    private static boolean isOfVectors(String source) {
        return source.equals(Vector.SOURCE);
    }

    private static boolean isMade(String source) {
        return source.startsWith(MADE);
    }

    /** Rules that Weir has not in force, as those with placeholders, are left out. */
    private Findings found(Set<Rsigma.Answer> answers) {
        var found = new Findings();
        for (var answer : answers) {
            var rule = logSources().get(answer.rule());
            var category = answer.category().equals(View.NONE) ? "" : answer.category();
            if (rule != null && rule.category().equals(category)) {
                found.add(answer.place(), answer.rule());
            }
        }
        return found;
    }

    @Test
    void rsigmaSaysTheSameOfTheVectors() throws IOException, InterruptedException {
        var vectors = Vector.all();
        try (var rsigma = new Rsigma(rsigma(), rulesOf(vectors), folder.resolve("answers"))) {
            for (var vector : vectors) {
                rsigma.look(vector.place(), vector.view(), vector.fields());
            }
            var found = new Findings();
            rsigma.answers().forEach(answer -> found.add(answer.place(), "-"));
            assertThat(Differences.between(weirOn(vectors), found))
                    .isEqualTo(Differences.listed("rsigma", SecondOpinionIT::isOfVectors));
        }
    }

    private Path rulesOf(List<Vector> vectors) throws IOException {
        var file = folder.resolve("vectors.yml");
        return Files.writeString(
                file, String.join("", vectors.stream().map(Vector::ruleOfItsOwn).toList()), UTF_8);
    }

    private static Findings weirOn(List<Vector> vectors) {
        var findings = new Findings();
        for (var vector : vectors) {
            var file = new RuleFile("vector.yml", vector.rule().getBytes(UTF_8));
            var rules = RuleSet.compile(RuleParser.parse(List.of(file)).rules());
            if (!rules.matching(vector.event()).isEmpty()) {
                findings.add(vector.place(), "-");
            }
        }
        return findings;
    }

    @Test
    void pySigmaSaysTheSameOfTheVectors() throws IOException, InterruptedException {
        var vectors = Vector.all();
        var trees = PySigma.trees(pySigma(), List.of(rulesOf(vectors)), folder.resolve("trees"));
        var found = new Findings();
        for (var vector : vectors) {
            var tree = trees.get(vector.id());
            if (tree != null && PySigmaTree.of(tree).test(new SeenEvent(vector.fields()))) {
                found.add(vector.place(), "-");
            }
        }
        assertThat(Differences.between(weirOn(vectors), found))
                .isEqualTo(Differences.listed("pySigma", SecondOpinionIT::isOfVectors));
    }

    @Test
    void pySigmaSaysTheSameOfTheCorpus() throws IOException, InterruptedException {
        var trees = new Trees(LogSourceMap.read(), ofPySigma());
        var weir = Findings.ofWeir();
        var found = new Findings();
        Predicate<Place> looksAt =
                place -> place.number() % ONE_IN == 0 || place.source().contains("/") || weir.has(place);
        CorpusEvents.each(looksAt, (place, event) -> {
            var fields = PlainJson.of(event);
            for (var view : trees.map().of(event)) {
                trees.matching(view, fields, rule -> true).forEach(rule -> found.add(place, rule));
            }
        });
        assertThat(Differences.between(weir, found))
                .isEqualTo(Differences.listed("pySigma", source -> !isOfVectors(source) && !isMade(source)));
    }

    /** The rules as pySigma reads them, which takes it seconds: once for all tests. */
    private List<Trees.Rule> ofPySigma() throws IOException, InterruptedException {
        if (parsed.isEmpty()) {
            var folders =
                    FOLDERS.stream().map(name -> Corpus.file("sigma/" + name)).toList();
            var trees = PySigma.trees(pySigma(), folders, folder.resolve("trees"));
            assertThat(trees.keySet()).isEqualTo(logSources().keySet());
            Corpus.threeFolders().detections().stream()
                    .map(rule -> rule(
                            rule, Objects.requireNonNull(trees.get(rule.header().id()))))
                    .forEach(parsed::add);
        }
        return parsed;
    }

    private static Trees.Rule rule(DetectionRule rule, JsonNode tree) {
        return new Trees.Rule(rule.header().id(), rule.logSource(), tree, PySigmaTree.of(tree));
    }

    /** rsigma looks at the first event of each rule only: what it does not know of Sigma would otherwise fill the list. */
    @Test
    void bothSayTheSameOfEventsThatAreMadeForEachRule() throws IOException, InterruptedException {
        var trees = new Trees(LogSourceMap.read(), ofPySigma());
        var weir = new Findings();
        var ofPySigma = new Findings();
        var fitting = new TreeSet<String>();
        try (var rsigma = new Rsigma(rsigma(), Corpus.file("sigma"), folder.resolve("answers"))) {
            for (var rule : trees.rules()) {
                int number = 0;
                for (var made : eventsFor(rule)) {
                    var place = new Place(MADE + rule.id(), ++number);
                    var event = trees.map().made(rule.logSource(), made);
                    weir.add(place, Corpus.threeFolders(), event);
                    var fields = PlainJson.of(event);
                    for (var view : trees.map().of(event)) {
                        if (number == 1) {
                            rsigma.look(place, view, fields);
                        }
                        trees.matching(view, fields, id -> id.equals(rule.id()) || weir.has(place, id))
                                .forEach(id -> ofPySigma.add(place, id));
                    }
                    if (weir.has(place, rule.id())) {
                        fitting.add(rule.id());
                    }
                }
            }
            assertThat(Differences.between(weir, ofPySigma))
                    .isEqualTo(Differences.listed("pySigma", SecondOpinionIT::isMade));
            assertThat(Differences.between(weir.at(place -> place.number() == 1), found(rsigma.answers())))
                    .isEqualTo(Differences.listed("rsigma", SecondOpinionIT::isMade));
            assertThat(fitting).hasSizeGreaterThan(RULES_THAT_FIT);
        }
    }

    /** One that is all that the rule asks for, and one that has something of it besides, or is changed a little. */
    private static List<ObjectNode> eventsFor(Trees.Rule rule) {
        var random = new Random(rule.id().hashCode());
        var events = new ArrayList<ObjectNode>();
        events.add(new Witness(random).of(rule.tree(), true).event());
        var other = new Witness(random).of(rule.tree(), true);
        events.add(random.nextBoolean() ? other.ofSomePart(rule.tree()).event() : other.changed());
        return events;
    }
}
