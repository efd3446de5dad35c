package io.weir.cli;

import static io.weir.cli.TypedCommand.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.rules.RuleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir publish}, as a person types it. */
class PublishCommandTest {

    private static final String GOOD = """
            title: Expand
            id: 33333333-0000-4000-8000-000000000001
            logsource: {product: windows, category: process_creation}
            detection: {s: {Image|endswith: '\\expand.exe'}, condition: s}
            """;

    @TempDir
    Path folder;

    private Path rules = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void write() throws IOException {
        rules = Files.createDirectory(folder.resolve("rules"));
        store = folder.resolve("store");
        Files.writeString(rules.resolve("good.yml"), GOOD);
    }

    private TypedCommand.Ended publish(String... more) {
        var arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"publish", "--rules", rules.toString(), "--rules-store", store.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }

    @Test
    void whatIsPublishedIsWhatTheStoreNames() throws IOException {
        var ended = publish();

        var named =
                RuleStore.at(new org.apache.flink.core.fs.Path(store.toUri())).current();
        assertThat(ended.exit()).as("%s", ended.said()).isZero();
        assertThat(ended.said())
                .startsWith(RuleStore.name(named.orElseThrow()) + "\n")
                .contains("weir: 1 rule in force");
    }

    @Test
    void ofRulesThatAreRefusedTheOthersArePublishedUnlessTheyMustAllBeGood() throws IOException {
        Files.writeString(rules.resolve("bad.yml"), "title: [");

        var strict = publish("--strict");
        assertThat(strict.exit()).isEqualTo(2);
        assertThat(strict.said())
                .contains("bad.yml:1")
                .contains("weir: --strict: no rule may be refused; nothing is published");
        assertThat(store).doesNotExist();

        assertThat(publish().exit()).isZero();
        assertThat(store.resolve("current")).exists();
    }

    @Test
    void rulesOfWhichNoneWouldBeInForceAreNotPublished() throws IOException {
        Files.writeString(rules.resolve("good.yml"), "title: [");

        var ended = publish();

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("no rule would be in force; nothing is published");
        assertThat(store).doesNotExist();
    }

    @Test
    void versionsThatAreNotKeptAreRemovedAndNamed() throws IOException {
        var names = new ArrayList<String>();
        for (var title : List.of("One", "Two", "Three")) {
            Files.writeString(rules.resolve("good.yml"), GOOD.replace("Expand", title));
            names.add(publish().said().lines().findFirst().orElse(""));
        }
        Files.writeString(rules.resolve("good.yml"), GOOD);

        assertThat(publish("--keep", "1").said()).contains("--keep is at least 2, found 1");
        assertThat(publish("--keep", "2").said())
                .contains("weir: removed version " + names.get(0), "weir: removed version " + names.get(1))
                .doesNotContain("removed version " + names.get(2));
        assertThat(store.resolve(names.get(1) + ".zip")).doesNotExist();
        assertThat(store.resolve(names.get(2) + ".zip")).exists();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("publish", "--rules", rules.toString()).said()).contains("say where to: --rules-store FOLDER");
        assertThat(run("publish", "--rules-store", store.toString()).said()).contains("--rules");
        assertThat(run("publish", "--rules", "nowhere", "--rules-store", store.toString())
                        .said())
                .contains("no file or folder nowhere");
        assertThat(publish("--correlation-stages", "0").exit()).isEqualTo(2);
    }

    @Test
    void aStoreThatIsNoFolderIsSaidToBeSo() throws IOException {
        Files.writeString(store, "a file");

        var ended = publish();

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("store", "can't be written: ").doesNotContain("\tat ");
    }

    @Test
    void aRunThatEndsByItselfTakesNoStore() {
        var ended = run("run", "--rules", rules.toString(), "--rules-store", store.toString(), "--input", "x");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("--rules-store is for a job that goes on and on");
    }
}
