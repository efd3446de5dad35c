package io.weir.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type wrong, and what is not there: exit code 2 and one clear line that says what to do. */
@Timeout(60)
class BadInputTest {

    private static final String SHOWN = "weir: ";

    /** What a person cannot do anything with. */
    private static final List<String> NOISE =
            List.of("Exception", "\tat ", "at io.", "Caused by", "java.", "org.apache.");

    @TempDir
    Path folder;

    private Path telemetry;

    @BeforeEach
    void write() throws IOException {
        telemetry = Files.writeString(folder.resolve("events.jsonl"), "{}\n");
        Files.createDirectories(folder.resolve("empty"));
    }

    @Test
    void noCommand() {
        assertRefused("no command given; see weir --help");
    }

    @Test
    void anUnknownCommand() {
        assertRefused("'rum'", "rum");
    }

    @ParameterizedTest
    @CsvSource({"demo, --sed", "standing, --boot", "match, --event"})
    void anOptionThatIsMisspelt(String command, String option) {
        assertRefused(option, command, option, "x");
    }

    @Test
    void anOptionOfARunThatIsMisspelt() {
        assertRefused("--inptu", run("--inptu", telemetry.toString()));
        assertRefused("--outptu", run("--input", telemetry.toString(), "--outptu", folder.toString()));
    }

    @ParameterizedTest
    @CsvSource({"--seed, many", "--events, 1", "--events, -5"})
    void aDemoOfNoSuchSize(String option, String value) {
        assertRefused(option, "demo", option, value);
    }

    @Test
    void noRules() {
        assertRefused("--rules", "run", "--input", telemetry.toString());
    }

    @Test
    void aRulesFolderThatIsNotThere() {
        assertRefused(gone(), "run", "--rules", gone(), "--input", telemetry.toString());
        assertRefused(gone(), "match", "--rules", gone(), "--events", telemetry.toString());
    }

    @Test
    void aFolderWithoutRules() {
        assertRefused(
                "no rule files (.yml, .yaml) in " + empty(),
                "run",
                "--rules",
                empty(),
                "--input",
                telemetry.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "incidents"})
    void aFolderThatHasWhatAnotherRunFound(String what) throws IOException {
        var used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve(what + "-1-0.jsonl"), "{}\n");
        Files.writeString(used.resolve("10:00.txt"), "A name with a colon is no URI.");

        assertRefused(
                "folder " + used + " has the " + what + " of another run",
                run(
                        "--input",
                        telemetry.toString(),
                        what.equals("alerts") ? "--output" : "--incidents",
                        used.toString()));
    }

    @Test
    void onlyRulesThatAreRefused() throws IOException {
        var rule = Files.writeString(folder.resolve("broken.yml"), "title: No more\n");
        var said = refused("run", "--rules", rule.toString(), "--input", telemetry.toString(), "--output", gone());
        assertThat(said.get(said.size() - 1)).isEqualTo(SHOWN + "--rules: no rule is in force");
        assertThat(Path.of(gone())).doesNotExist();
    }

    @Test
    void anApplicationClusterForAJobThatCanNotStartIsNotMade() {
        for (var rules : List.of(gone(), empty())) {
            assertRefused(rules, application("--rules", rules, "--topic", "windows"));
        }
        assertRefused("say which topics to read", application("--rules", "rules"));
        assertRefused("--topci", application("--rules", "rules", "--topci", "windows"));
        assertRefused(
                "there is no jar nowhere.jar",
                application("--jar", "nowhere.jar", "--rules", "rules", "--topic", "windows"));
        assertThat(Path.of(gone())).doesNotExist();
    }

    private String[] application(String... options) {
        return Stream.concat(Stream.of("cluster", "up", "--dir", gone(), "--application"), Stream.of(options))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,bad topic", ".", "a/b", "ä"})
    void topicsThatKafkaDoesNotTake(String topics) {
        assertRefused("is no name of a topic; write up to 249", "cluster", "up", "--dir", gone(), "--topics", topics);
        assertThat(Path.of(gone())).doesNotExist();
    }

    @Test
    void optionsOfAJobForAClusterThatTakesJobs() {
        assertRefused("'--rules' is no option of a session cluster", "cluster", "up", "--dir", gone(), "--rules", "x");
        assertThat(Path.of(gone())).doesNotExist();
    }

    @Test
    void anInputThatIsNotThere() {
        assertRefused("--input " + gone() + " is not there", run("--input", gone()));
        assertRefused(gone(), "match", "--rules", "rules", "--events", gone());
    }

    @Test
    void aFolderWithoutTelemetry() {
        assertRefused("--input " + empty() + " has no files of telemetry", run("--input", empty()));
    }

    @Test
    void aFolderForOutputThatIsAFile() {
        assertRefused(telemetry.toString(), run("--input", telemetry.toString(), "--output", telemetry.toString()));
    }

    @Test
    void aFolderForTheDemoThatIsAFile() {
        assertRefused(telemetry.toString(), "demo", "--output", telemetry.toString());
    }

    @Test
    void bothSourcesOfTelemetry() {
        assertRefused(
                "not from both; leave one out",
                run("--input", telemetry.toString(), "--topic", "events", "--bootstrap-servers", "127.0.0.1:9"));
    }

    @Test
    void noSourceOfTelemetry() {
        assertRefused("say where telemetry comes from: --input PATH", run());
        assertRefused("say which topics to read", run("--bootstrap-servers", "127.0.0.1:9"));
    }

    @Test
    void aStartThatIsNone() {
        assertRefused(
                "'yesterday' is no start; write earliest, latest, committed or a time",
                run("--topic", "events", "--bootstrap-servers", "127.0.0.1:9", "--from", "yesterday"));
    }

    @Test
    void anEndBeforeTheStart() {
        assertRefused(
                "nothing would be read",
                run(
                        "--topic",
                        "events",
                        "--bootstrap-servers",
                        "127.0.0.1:9",
                        "--from",
                        "2026-01-31T08:00:00Z",
                        "--until",
                        "2026-01-30T08:00:00Z"));
    }

    @Test
    void standingOfNothingThatIsThere() {
        assertRefused("no file or folder " + gone(), "standing", gone());
    }

    @Test
    void standingOfWhatIsNoAlertFile() throws IOException {
        assertRefused(telemetry + ":1: expected {\"id\":", "standing", telemetry.toString());
        var text = Files.writeString(folder.resolve("note.txt"), "not an alert\n");
        assertRefused(text + ":1: no JSON", "standing", text.toString());
        var bytes =
                Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, '\n'});
        assertRefused(bytes + ": no UTF-8, somewhere behind line 0", "standing", bytes.toString());
        var cut = Files.writeString(folder.resolve("cut.jsonl"), "{\"id\":\"a\",\"alert\":{\"id\":");
        assertRefused(cut + ":1: found the end of the line in the middle of its JSON", "standing", cut.toString());
    }

    /** A run that told nothing leaves an empty folder; a folder that another one was meant for looks the same. */
    @Test
    void standingOfAFolderWithoutAlertsSaysSo() throws IOException {
        var letters = Files.createDirectories(folder.resolve("out.dead-letters"));
        Files.writeString(letters.resolve("dead-letters-1-0.jsonl"), "{}\n");

        for (var place : List.of(empty(), letters.toString())) {
            assertThat(TypedCommand.run("standing", place))
                    .isEqualTo(new TypedCommand.Ended(
                            0, "weir: no finished file of alerts or incidents in " + place + System.lineSeparator()));
        }
    }

    @Test
    void standingOfAlertsAndIncidentsAtOnce() throws IOException {
        for (var kind : List.of("alerts", "incidents")) {
            var kept = Files.createDirectories(folder.resolve("out").resolve(kind));
            Files.writeString(kept.resolve(kind + "-1-0.jsonl"), "{\"id\":\"a\",\"alert\":null,\"meta\":{}}\n");
        }

        assertRefused(
                "has alerts and incidents in it",
                "standing",
                folder.resolve("out").toString());
    }

    @Test
    void standingOfTwoRunsAtOnce() throws IOException {
        for (var run : List.of("monday", "tuesday")) {
            var kept = Files.createDirectories(folder.resolve("runs").resolve(run));
            Files.writeString(kept.resolve("alerts-1-0.jsonl"), "{\"id\":\"a\",\"alert\":null,\"meta\":{}}\n");
        }
        var runs = folder.resolve("runs");

        assertRefused(
                runs + " has what several runs wrote, in " + runs.resolve("monday") + " and " + runs.resolve("tuesday")
                        + "; name the folder of one",
                "standing",
                runs.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "standing", "run --rules", "run --rules rules --input", "match --rules rules --events"})
    void aPathFromAVariableThatIsNotSet(String command) {
        assertRefused("found an empty text", (command + " ").split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"--limit, abc, is no whole number", "--format, xml, 'expected one of text, json, found'"})
    void aValueOfAnotherKind(String option, String value, String said) {
        assertRefused(said, "why", "rule.yml", "--events", telemetry.toString(), option, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lateness", "--lineage-horizon", "--disorder"})
    void aQuestionThatLooksBackTooFar(String option) {
        assertRefused(
                option + " is at most 3650d, found 999999999999d",
                "why",
                "rules/autostart_set.yml",
                "--events",
                telemetry.toString(),
                "--live",
                option,
                "999999999999d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lateness", "--disorder"})
    void whatIsLateAskedOfFilesOfWhichNothingIs(String option) {
        assertRefused(
                "an option that is given needs --live, too; see weir why --help",
                "why",
                "rules/autostart_set.yml",
                "--events",
                telemetry.toString(),
                option,
                "1h");
    }

    @Test
    void whatNobodyThoughtOfIsNoCheckThatFailed() {
        var err = new ByteArrayOutputStream();
        var broken = new OutputStream() {
            @Override
            public void write(int unused) {
                throw new IllegalStateException("a bug");
            }
        };

        int exit = WeirCommand.run(
                new Streams(broken, new PrintStream(err, true, UTF_8)), "check", "--format", "json", "rules");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("IllegalStateException: a bug");
    }

    private String gone() {
        return folder.resolve("gone").toString();
    }

    private String empty() {
        return folder.resolve("empty").toString();
    }

    private static String[] run(String... options) {
        return Stream.concat(Stream.of("run", "--rules", "rules"), Stream.of(options))
                .toArray(String[]::new);
    }

    private static void assertRefused(String words, String... arguments) {
        var errors = refused(arguments).stream()
                .filter(line -> !line.endsWith(" in force"))
                .toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith(SHOWN).contains(words);
    }

    /** What is said on stderr. */
    private static List<String> refused(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(err, true, UTF_8)) {
            exit = WeirCommand.run(new Streams(out, printed), arguments);
        }
        var said = err.toString(UTF_8);
        assertThat(exit).as("%s", said).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(said).doesNotContain(NOISE);
        return said.lines().toList();
    }
}
