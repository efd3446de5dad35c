package io.weir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.rules.RuleStore;
import io.weir.job.rules.Ruled;
import io.weir.match.LiveRules.Version;
import io.weir.match.RuleSet;
import io.weir.parse.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that events are matched by while somebody publishes others, good and bad. */
@Timeout(60)
class MatchingRulesTest {

    private static final Duration SOON = Duration.ofMillis(5);
    private static final List<RuleFile> SHIPPED = List.of(rule("shipped"));

    @TempDir
    Path folder;

    private final Registered metrics = new Registered();
    private RuleStore store = RuleStore.at(new org.apache.flink.core.fs.Path("nowhere"));

    @BeforeEach
    void open() {
        store = RuleStore.at(new org.apache.flink.core.fs.Path(folder.toUri()));
    }

    private static RuleFile rule(String title) {
        return new RuleFile("rule.yml", """
                title: %s
                id: 33333333-0000-4000-8000-000000000001
                logsource: {product: windows, category: process_creation}
                detection: {s: {Image|endswith: '\\expand.exe'}, condition: s}
                """.formatted(title).getBytes(UTF_8));
    }

    private static RuleFile bad() {
        return new RuleFile("bad.yml", "title: [".getBytes(UTF_8));
    }

    private MatchingRules watched(OptionalLong remembered, boolean strict) throws IOException {
        var source =
                RuleSetSource.of(SHIPPED, List.of(), RuleSet.DEFAULT_STAGES).followedBy(store, strict);
        return MatchingRules.watched(new RuleWatch(source, store, SOON, metrics), remembered, metrics);
    }

    private static String title(Version version) {
        return version.rules().detections().get(0).header().title();
    }

    private static void await(MatchingRules rules, long version) {
        while (rules.current().id() != version) {
            Thread.onSpinWait();
        }
    }

    private void awaitOne(String counter) {
        while (Objects.requireNonNull(metrics.counters().get(counter)).getCount() == 0) {
            Thread.onSpinWait();
        }
    }

    private Object gauge(String name) {
        return Objects.requireNonNull(metrics.gauges().get(name)).getValue();
    }

    @Test
    void thoseThatCameWithTheJobAreInForceUntilOthersArePublished() throws IOException {
        try (var rules = watched(OptionalLong.empty(), false)) {
            assertThat(title(rules.current())).isEqualTo("shipped");

            long next = store.publish(List.of(rule("next")));
            await(rules, next);

            assertThat(title(rules.current())).isEqualTo("next");
            assertThat(gauge("rules=" + RuleStore.name(RuleStore.version(SHIPPED)) + "/" + MatchingRules.VERSION))
                    .isEqualTo(0);
            assertThat(gauge("rules=" + RuleStore.name(next) + "/" + MatchingRules.VERSION))
                    .isEqualTo(1);
            assertThat(gauge(MatchingRules.RULES)).isEqualTo(1);
        }
    }

    @Test
    void aJobThatStartsBeginsWithWhatIsPublished() throws IOException {
        long published = store.publish(List.of(rule("published")));
        try (var rules = watched(OptionalLong.empty(), false)) {
            assertThat(rules.current().id()).isEqualTo(published);
        }
    }

    @Test
    void aJobThatIsRestoredBeginsWithWhatWasInForceAndThenTakesWhatIsPublished() throws IOException {
        long before = store.publish(List.of(rule("before")));
        long now = store.publish(List.of(rule("now")));
        try (var rules = watched(OptionalLong.of(before), false)) {
            assertThat(rules.current().id()).isEqualTo(before);

            await(rules, now);

            assertThat(title(rules.current())).isEqualTo("now");
        }
    }

    @Test
    void aVersionWithoutARuleLeavesTheOldInForceAndTheNextIsTaken() throws IOException {
        try (var rules = watched(OptionalLong.empty(), false)) {
            store.publish(List.of(bad()));
            awaitOne(RuleWatch.REFUSED);
            assertThat(rules.current().id()).isEqualTo(Ruled.SHIPPED);

            await(rules, store.publish(List.of(rule("good"), bad())));

            assertThat(title(rules.current())).isEqualTo("good");
            assertThat(Objects.requireNonNull(metrics.counters().get(RuleWatch.REFUSED))
                            .getCount())
                    .as("told once, and not at each look")
                    .isEqualTo(1);
        }
    }

    @Test
    void whereTheJobIsStrictOneRefusedRuleRefusesTheVersion() throws IOException {
        try (var rules = watched(OptionalLong.empty(), true)) {
            store.publish(List.of(rule("good"), bad()));
            awaitOne(RuleWatch.REFUSED);

            assertThat(rules.current().id()).isEqualTo(Ruled.SHIPPED);
        }
    }

    @Test
    void aJobThatStartsWhereAVersionIsRefusedBeginsWithThoseThatCameWithIt() throws IOException {
        store.publish(List.of(bad()));
        try (var rules = watched(OptionalLong.empty(), false)) {
            assertThat(rules.current().id()).isEqualTo(Ruled.SHIPPED);
            awaitOne(RuleWatch.REFUSED);
        }
    }

    @Test
    void aStoreThatCannotBeReadForAWhileChangesNothing() throws IOException {
        long first = store.publish(List.of(rule("first")));
        try (var rules = watched(OptionalLong.empty(), false)) {
            var current = folder.resolve("current");
            Files.writeString(current, "half a na");
            awaitOne(RuleWatch.UNREAD);
            Files.delete(current);
            assertThat(rules.current().id()).isEqualTo(first);

            await(rules, store.publish(List.of(rule("second"))));

            assertThat(title(rules.current())).isEqualTo("second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", FailingStore.ERROR})
    void norDoesOneThatFailsUnchecked(String how) throws IOException {
        store = RuleStore.at(new org.apache.flink.core.fs.Path("failing:" + folder));
        long first = store.publish(List.of(rule("first")));
        try (var rules = watched(OptionalLong.empty(), false)) {
            var away = Files.move(Files.writeString(folder.resolve("how"), how), folder.resolve(FailingStore.AWAY));
            awaitOne(RuleWatch.UNREAD);
            assertThat(rules.current().id()).isEqualTo(first);
            Files.delete(away);

            await(rules, store.publish(List.of(rule("second"))));

            assertThat(title(rules.current())).isEqualTo("second");
        }
    }

    @Test
    void aVersionThatIsNamedBeforeItIsThereIsTakenOnceItIs() throws IOException {
        long late = store.publish(List.of(rule("late")));
        var file = folder.resolve(RuleStore.name(late) + ".zip");
        var bytes = Files.readAllBytes(file);
        store.publish(List.of(rule("first")));
        Files.delete(file);
        try (var rules = watched(OptionalLong.empty(), false)) {
            Files.writeString(folder.resolve("current"), RuleStore.name(late));
            awaitOne(RuleWatch.UNREAD);
            assertThat(title(rules.current())).isEqualTo("first");

            Files.write(file, bytes);
            await(rules, late);

            assertThat(title(rules.current())).isEqualTo("late");
        }
    }

    @Test
    void aJobDoesNotGoOnWithOtherRulesThanItHad() throws IOException {
        long before = store.publish(List.of(rule("before")));
        Files.delete(folder.resolve(RuleStore.name(before) + ".zip"));

        assertThatThrownBy(() -> watched(OptionalLong.of(before), false))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(RuleStore.name(before));
    }
}
