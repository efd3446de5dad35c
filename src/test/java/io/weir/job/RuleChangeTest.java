package io.weir.job;

import static io.weir.correlate.Telemetry.A;
import static io.weir.correlate.Telemetry.B;
import static io.weir.correlate.Telemetry.C;
import static io.weir.correlate.Telemetry.ORDERED;
import static io.weir.correlate.Telemetry.TREE;
import static io.weir.correlate.Telemetry.act;
import static io.weir.correlate.Telemetry.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.alert.AlertChange;
import io.weir.correlate.AnyOrderLawTest;
import io.weir.correlate.Telemetry;
import io.weir.correlate.Telemetry.Told;
import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.job.sink.OutboundRecord;
import io.weir.match.MatchedEvent;
import io.weir.match.RuleMatch;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts, groups and incidents while the rules change: what was matched by the old comes after what was matched by the new, and what they share goes on. */
class RuleChangeTest {

    private static final String NEW = "11111111-0000-4000-8000-000000000009";
    private static final String FEW = "22222222-0000-4000-8000-000000000009";
    private static final int SEEDS = 40;

    /** Started and connected: whole for a correlation by user, and for one by process tree. */
    private static final Told FIRST = start("e1", 100, "p1", "p0").by("u").matching(A);

    private static final Told SECOND = act("e2", 104, "p1").by("u").matching(B);

    @TempDir
    java.nio.file.Path folder;

    private RuleStore store = RuleStore.at(new Path("nowhere"));
    private RuleSetSource rules = OperatorChain.rules();

    @BeforeEach
    void open() {
        store = RuleStore.at(new Path(folder.toUri()));
        rules = OperatorChain.rules().followedBy(store, false);
    }

    /** The rules of all stories with a change, and two that are new. */
    private long publish(UnaryOperator<String> change) throws IOException {
        var files = new ArrayList<RuleFile>();
        for (var file : Telemetry.files()) {
            files.add(new RuleFile(
                    file.name(), change.apply(new String(file.bytes(), UTF_8)).getBytes(UTF_8)));
        }
        files.add(new RuleFile("new.yml", """
                title: New
                id: %s
                level: high
                logsource: {product: windows}
                detection: {selection: {Image: new}, condition: selection}
                ---
                title: Few
                id: %s
                correlation:
                    type: event_count
                    rules: [%s]
                    group-by: [User]
                    timespan: 10s
                    condition: {lt: 3}
                """.formatted(NEW, FEW, A).getBytes(UTF_8)));
        return store.publish(files);
    }

    /** Another text for a rule, which means the same and is not the same. */
    private static UnaryOperator<String> changed(String rule) {
        return text -> text.replace("title: Rule " + rule, "title: Changed " + rule);
    }

    private Ruled<MatchedEvent> by(long version, Told told) {
        return new Ruled<>(version, told.event(rules.compile(version)));
    }

    /** The event as it would be, had that version matched it. */
    private Ruled<MatchedEvent> by(long version, MatchedEvent event) {
        var set = rules.compile(version);
        var matches = event.matches().stream()
                .map(match -> new RuleMatch(match.rule(), hash(set, match.rule()), match.matched()))
                .toList();
        return new Ruled<>(version, new MatchedEvent(event.event(), matches));
    }

    private static String hash(RuleSet set, String rule) {
        return set.rule(rule).orElseThrow().header().hash();
    }

    private static List<String> of(String rule, List<String> bodies) {
        return bodies.stream()
                .filter(body -> body.contains("\"rule\":{\"id\":\"" + rule + "\""))
                .toList();
    }

    private static List<String> withoutNew(List<String> bodies) {
        var few = of(FEW, bodies);
        return bodies.stream().filter(body -> !few.contains(body)).toList();
    }

    @Test
    void aNewRuleIsAlertedOnAndWhatTheOldOnesMatchedIsToo() throws Exception {
        long next = publish(changed(C));
        try (var chain = OperatorChain.start(rules, 1, Backend.HEAP)) {
            chain.observe(by(next, act("e1", 100, "p1").matching(NEW)))
                    .observe(by(Ruled.SHIPPED, act("e2", 90, "p1").by("u").matching(A)))
                    .observe(by(next, act("e3", 101, "p1").matching(NEW)));

            assertThat(of(NEW, chain.standing())).hasSize(2);
            assertThat(of(A, chain.standing()))
                    .as("it was on its way while the rules changed")
                    .hasSize(1);
        }
    }

    @Test
    void theRecordOfAnAlertAndOfAnIncidentSaysWhichRulesToldIt() throws Exception {
        long next = publish(changed(C));
        try (var chain = OperatorChain.start(rules, 1, Backend.HEAP)) {
            chain.observe(by(next, act("e1", 100, "p1").matching(NEW)))
                    .observe(by(Ruled.SHIPPED, act("e2", 90, "p1").by("u").matching(A)))
                    .end();

            var shipped = RuleStore.name(RuleStore.version(Telemetry.files()));
            assertThat(toldBy(NEW, chain.changes(), ChangeRecords::ofAlert)).containsExactly(RuleStore.name(next));
            assertThat(toldBy(A, chain.changes(), ChangeRecords::ofAlert)).containsExactly(shipped);
            assertThat(toldBy(A, chain.incidentChanges(), ChangeRecords::ofIncident))
                    .contains(shipped);
        }
    }

    private static List<String> toldBy(
            String rule, List<AlertChange> changes, Function<AlertChange, OutboundRecord> record) {
        return changes.stream()
                .filter(change -> change.body().contains(rule))
                .map(change -> record.apply(change).headers().get("rules"))
                .toList();
    }

    @Test
    void aCorrelationOfRulesThatStayGoesOnWithWhatItHas() throws Exception {
        long next = publish(changed(C));
        try (var chain = OperatorChain.start(rules, 1, Backend.HEAP);
                var unchanged = OperatorChain.start(1, Backend.HEAP)) {
            chain.observe(by(Ruled.SHIPPED, FIRST)).observe(by(next, SECOND)).end();
            unchanged.observe(List.of(FIRST.event(), SECOND.event())).end();

            assertThat(of(ORDERED, chain.standing())).hasSize(1);
            assertThat(of(TREE, chain.standing())).hasSize(1);
            assertThat(withoutNew(chain.standing())).isEqualTo(unchanged.standing());
        }
    }

    @Test
    void aCorrelationOfARuleThatChangesStartsAnew() throws Exception {
        long next = publish(changed(B));
        try (var chain = OperatorChain.start(rules, 1, Backend.HEAP)) {
            chain.observe(by(Ruled.SHIPPED, FIRST)).observe(by(next, SECOND));
            assertThat(of(ORDERED, chain.standing())).isEmpty();
            assertThat(of(TREE, chain.standing())).isEmpty();

            chain.observe(by(next, start("e3", 106, "p3", "p0").by("u").matching(A)))
                    .observe(by(next, act("e4", 108, "p3").by("u").matching(B)));
            assertThat(of(ORDERED, chain.standing())).hasSize(1);
            assertThat(of(TREE, chain.standing())).hasSize(1);
        }
    }

    /** That there were few is told by a timer, which no event goes before. */
    @Test
    void afterARestoreTheRulesAreThoseThatWereInForce() throws Exception {
        long next = publish(changed(B));
        try (var before = OperatorChain.start(rules, 2, Backend.HEAP)) {
            before.observe(by(next, FIRST));
            assertThat(of(FEW, before.standing())).isEmpty();
            try (var after = before.restored(before.savepoint(), 1, Backend.HEAP)) {
                assertThat(of(FEW, after.end().standing())).hasSize(1);
            }
        }
    }

    /** A subtask to which nothing comes remembers the version of the last element for ever. */
    @Test
    void whoHadRulesThatAreNotThereAnyMoreGoesOnWithThosePublished() throws Exception {
        long first = publish(changed(B));
        try (var before = OperatorChain.start(rules, 1, Backend.HEAP)) {
            before.observe(by(first, FIRST));
            publish(changed(C));
            publish(UnaryOperator.identity());
            assertThat(store.prune(2)).containsExactly(first);

            var restarted = OperatorChain.rules().followedBy(store, false);
            try (var unused = OperatorChain.start(restarted, 1, Backend.HEAP);
                    var after = unused.restored(before.savepoint(), 2, Backend.HEAP)) {
                assertThat(of(FEW, after.end().standing())).hasSize(1);
            }
        }
    }

    @Test
    void whatOtherRulesMatchedIsNotReadWithoutTheirStore() throws Exception {
        long next = publish(changed(B));
        var event = by(next, FIRST);
        try (var chain = OperatorChain.start(OperatorChain.rules(), 1, Backend.HEAP)) {
            assertThatThrownBy(() -> chain.observe(event))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("--rules-store");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatStandsIsTheSameWhereNoRuleThatMatchedHasChanged(long seed) throws Exception {
        long next = publish(UnaryOperator.identity());
        var random = new Random(seed);
        var events = AnyOrderLawTest.history(random);
        try (var chain = OperatorChain.start(rules, 2, Backend.HEAP);
                var unchanged = OperatorChain.start(1, Backend.HEAP)) {
            for (var event : events) {
                chain.observe(by(random.nextBoolean() ? next : Ruled.SHIPPED, event));
            }
            unchanged.observe(events);

            assertThat(withoutNew(chain.end().standing()))
                    .isEqualTo(unchanged.end().standing());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLeftBehindOfRulesThatChanged(long seed) throws Exception {
        var random = new Random(seed);
        var versions = Stream.of(A, B, C).map(RuleChangeTest::changed).toList();
        try (var chain = OperatorChain.start(rules, 2, Backend.HEAP)) {
            var known = new ArrayList<>(List.of(Ruled.SHIPPED));
            for (var version : versions) {
                known.add(publish(version));
            }
            for (var event : AnyOrderLawTest.history(random)) {
                chain.observe(by(known.get(random.nextInt(known.size())), event));
            }

            OperatorChainTest.assertIsGone(chain.end(), Backend.HEAP);
        }
    }
}
