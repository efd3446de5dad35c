package io.weir.job.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.correlate.StateBounds;
import io.weir.incident.IncidentBounds;
import io.weir.job.UserError;
import io.weir.job.sink.Delivery;
import io.weir.job.sink.Destination;
import io.weir.job.source.EndPoint;
import io.weir.job.source.InputFiles;
import io.weir.job.source.InputTopics;
import io.weir.job.source.StartPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobOptionsTest {

    private static final String LIVE = "--rules r --bootstrap-servers b:9092 --topic t ";

    @TempDir
    Path folder;

    @Test
    void aLiveJobHasTheDefaultsOfTheDesign() {
        var settings = settings(LIVE);
        assertThat(settings.rules()).containsExactly(Path.of("r"));
        assertThat(settings.time())
                .isEqualTo(new TimeSettings(
                        Duration.ofHours(24),
                        Duration.ofHours(24),
                        Duration.ofSeconds(150),
                        Duration.ofSeconds(60),
                        Duration.ZERO));
        assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.alerts()).containsExactly(new Destination.Terminal());
        assertThat(settings.deadLetters()).isEqualTo(new Destination.Log());
        assertThat(topics(settings).from()).isEqualTo(StartPoint.COMMITTED);
        assertThat(topics(settings).until()).isEqualTo(EndPoint.NEVER);
        assertThat(topics(settings).group()).isEqualTo("weir");
        assertThat(settings.source().isBounded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--until latest, EARLIEST, LATEST",
        "--until latest --from committed, COMMITTED, LATEST",
        "--until 2026-01-31T08:00:00Z, EARLIEST, TIME",
        "--from 2026-01-31T08:00:00+02:00, TIME, NEVER",
        "--from latest, LATEST, NEVER",
        "--from earliest, EARLIEST, NEVER"
    })
    void aReplayStartsAtTheBeginningUnlessTold(String options, StartPoint.Kind from, EndPoint.Kind until) {
        var topics = topics(settings(LIVE + options));
        assertThat(topics.from().kind()).isEqualTo(from);
        assertThat(topics.until().kind()).isEqualTo(until);
        assertThat(topics.isBounded()).isEqualTo(until != EndPoint.Kind.NEVER);
    }

    @Test
    void aTimeMayBeOfAnyZone() {
        assertThat(topics(settings(LIVE + "--from 2026-01-31T08:00:00+02:00")).from())
                .isEqualTo(StartPoint.at(Instant.parse("2026-01-31T06:00:00Z")));
    }

    @Test
    void filesAreReadFromPathsOfThisMachineOrOfOthers() {
        var settings = settings("--rules r --input /in/a.json s3://bucket/b --output /out/alerts --terminal");
        assertThat(settings.source())
                .isInstanceOfSatisfying(
                        InputFiles.class,
                        files -> assertThat(files.paths())
                                .extracting(Object::toString)
                                .containsExactly("file:/in/a.json", "s3://bucket/b"));
        assertThat(settings.alerts()).hasSize(2).last().isEqualTo(new Destination.Terminal());
        assertThat(settings.deadLetters())
                .isInstanceOfSatisfying(
                        Destination.Folder.class,
                        place -> assertThat(place.sink().folder().getPath()).isEqualTo("/out/alerts.dead-letters"));
    }

    @Test
    void aFolderMayHaveAColonInItsName() {
        var settings = settings("--rules r --input a --output /out/10:00");
        assertThat(settings.alerts()).hasSize(1);
        assertThat(settings.incidents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Destination.Folder.class,
                        place -> assertThat(place.sink().folder().getPath()).isEqualTo("/out/10:00.incidents"));
    }

    @Test
    void incidentsGoBesideTheAlertsAndToATopicOnlyWhereOneIsNamed() {
        assertThat(settings(LIVE).incidents()).containsExactly(new Destination.Terminal());
        assertThat(settings(LIVE + "--output /out/alerts").incidents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Destination.Folder.class,
                        place -> assertThat(place.sink().folder().getPath()).isEqualTo("/out/alerts.incidents"));
        assertThat(settings(LIVE + "--alerts-topic a").incidents()).isEmpty();
        assertThat(settings(LIVE + "--alerts-topic a --incidents-topic i").incidents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Destination.Topic.class,
                        place -> assertThat(place.sink().topic()).isEqualTo("i"));
        assertThat(settings(LIVE + "--incident-gap 2h --session-gap 5m --incident-alerts 7")
                        .correlation()
                        .incidents())
                .isEqualTo(new IncidentBounds(Duration.ofHours(2), Duration.ofMinutes(5), 7));
        assertThat(settings(LIVE).correlation().bounds()).isEqualTo(StateBounds.DEFAULT);
        assertThat(settings(LIVE + "--group-events 1 --process-events 2 --process-starts 3 --connection-accounts 4")
                        .correlation()
                        .bounds())
                .isEqualTo(new StateBounds(1, 2, 3, 4));
    }

    @Test
    void lateEventsGoBesideTheAlertsOrToATopicAndElseNowhere() {
        assertThat(settings(LIVE).lateEvents()).isEmpty();
        assertThat(settings(LIVE + "--output /out/alerts --late-events-topic l").lateEvents())
                .satisfiesExactly(
                        topic -> assertThat(topic).isInstanceOf(Destination.Topic.class),
                        folder -> assertThat(folder)
                                .isInstanceOfSatisfying(
                                        Destination.Folder.class,
                                        place -> assertThat(
                                                        place.sink().folder().getPath())
                                                .isEqualTo("/out/alerts.late-events")));
    }

    @Test
    void topicsAreSinksToo() {
        var settings = settings("--rules r --input in --bootstrap-servers b:9092 --alerts-topic alerts"
                + " --dead-letters-topic dead --delivery at-least-once --transactional-id-prefix soc");
        assertThat(settings.alerts()).singleElement().isInstanceOfSatisfying(Destination.Topic.class, place -> {
            assertThat(place.sink().topic()).isEqualTo("alerts");
            assertThat(place.sink().delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
            assertThat(place.sink().transactionalIdPrefix()).isEqualTo("soc-alerts");
        });
        assertThat(settings.deadLetters()).isInstanceOf(Destination.Topic.class);
    }

    @Test
    void deliveryIsNamedAsFlinkNamesIt() {
        assertThat(Delivery.values())
                .extracting(Enum::name)
                .isSubsetOf(List.of(DeliveryGuarantee.values()).stream()
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void secretsComeFromAFileAndAreNeverShown() throws IOException {
        var file = Files.writeString(
                folder.resolve("kafka.properties"), "sasl.jaas.config=secret\nbootstrap.servers=k:1\n");
        var settings = settings("--rules r --topic t --kafka-properties " + file);
        assertThat(topics(settings).cluster().servers()).isEqualTo("k:1");
        assertThat(topics(settings).cluster().clientProperties()).containsEntry("sasl.jaas.config", "secret");
        assertThat(settings.toString()).contains("k:1").doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "150s, PT2M30S",
        "5m, PT5M",
        "24h, PT24H",
        "1d, PT24H",
        "500ms, PT0.5S",
        "PT2H30M, PT2H30M",
        "0s, PT0S",
        "2D, PT48H"
    })
    void durationsAreWrittenShortOrAsIso(String text, Duration duration) {
        assertThat(settings(LIVE + "--disorder " + text).time().disorder()).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--input in | Missing required option: '--rules=PATH'",
                "--input in --ruels r | Unknown option: '--ruels'",
                "--rules r | say where telemetry comes from: --input PATH, or --bootstrap-servers HOST:PORT with --topic NAME",
                "--rules r --bootstrap-servers b:9092 | say which topics to read: --topic NAME or --topic-pattern REGEX",
                "--rules r --topic t | --topic needs --bootstrap-servers HOST:PORT",
                "--rules r --topic-pattern t.* | --topic-pattern needs --bootstrap-servers HOST:PORT",
                "--rules r --input in --topic t | telemetry comes from --input or from topics, not from both; leave one out",
                "--rules r --input in --from earliest | --from is for topics; leave it out, --input reads its files from beginning to end",
                "--rules r --input in --until latest | --until is for topics; leave it out, --input reads its files from beginning to end",
                "--rules r --input in --group-id g | --group-id is for topics; leave it out, --input reads its files from beginning to end",
                "--rules r --input in --alerts-topic a | --alerts-topic needs --bootstrap-servers HOST:PORT",
                "--rules r --input in --dead-letters-topic a | --dead-letters-topic needs --bootstrap-servers HOST:PORT",
                "LIVE --topic-pattern t.* | topics are named by --topic or found by --topic-pattern, not both; leave one out",
                "LIVE --from yesterday | Invalid value for option '--from': 'yesterday' is no start; write earliest, latest, committed or a time such as 2026-01-31T08:00:00Z",
                "LIVE --until 2026-01-31 | Invalid value for option '--until': '2026-01-31' is no end; write never, latest or a time such as 2026-01-31T08:00:00Z",
                "LIVE --from 2026-01-31T08:00:00Z --until 2026-01-31T08:00:00Z | --until 2026-01-31T08:00:00Z is not after --from 2026-01-31T08:00:00Z; nothing would be read",
                "LIVE --disorder soon | Invalid value for option '--disorder': 'soon' is no duration; write 150s, 5m, 24h, 1d or PT2H30M",
                "LIVE --disorder PT-1S | Invalid value for option '--disorder': 'PT-1S' is no duration; write 150s, 5m, 24h, 1d or PT2H30M",
                "LIVE --lateness 999999999999d | --lateness is at most 3650d, found 999999999999d",
                "LIVE --idle 0s | --idle 0s would hold no partition at all; write at least 1s",
                "LIVE --checkpoint-interval 1ms | --checkpoint-interval is at least 100ms, found 1ms",
                "LIVE --parallelism -1 | --parallelism is at least 1, found -1",
                "LIVE --parallelism 0 | --parallelism is at least 1, found 0",
                "LIVE --delivery maybe | Invalid value for option '--delivery': 'maybe' is no way of delivery; write exactly-once or at-least-once",
                "LIVE --strict --outptu x | Unknown option: '--outptu'; did you mean --output?",
                "LIVE --outptu x | Unknown option: '--outptu'",
                "LIVE --strict x | Unexpected argument: 'x'",
                "LIVE --alerts-topic t | topic t would be written to and read again as telemetry; choose another topic or a narrower pattern",
                "LIVE --dead-letters-topic a --dead-letters b | dead letters go to --dead-letters-topic or to --dead-letters, not both; leave one out",
                "LIVE --dead-letters-topic a --alerts-topic a | --dead-letters-topic and --alerts-topic are both a; name two topics",
                "LIVE --incidents-topic a --alerts-topic a | --incidents-topic and --alerts-topic are both a; name two topics",
                "LIVE --incidents-topic a --dead-letters-topic a | --dead-letters-topic and --incidents-topic are both a; name two topics",
                "LIVE --incidents-topic t | topic t would be written to and read again as telemetry; choose another topic or a narrower pattern",
                "LIVE --late-events-topic a --incidents-topic a | --late-events-topic and --incidents-topic are both a; name two topics",
                "LIVE --late-events-topic t | topic t would be written to and read again as telemetry; choose another topic or a narrower pattern",
                "LIVE --incidents a --output a | --incidents and --output are both a; name two folders",
                "LIVE --group-events 0 | --group-events is 1 to 1000000, found 0",
                "LIVE --process-events 0 | --process-events is 1 to 1000000, found 0",
                "LIVE --process-starts 1000001 | --process-starts is 1 to 1000000, found 1000001",
                "LIVE --connection-accounts -1 | --connection-accounts is 1 to 1000000, found -1",
                "LIVE --incident-alerts 0 | --incident-alerts is 1 to 10000, found 0",
                "LIVE --session-gap 9999999d | --session-gap is at most 3650d, found 9999999d",
                "LIVE --dead-letters a --output a | --dead-letters and --output are both a; name two folders",
                "--rules r --input a --output s3://bucket | s3://bucket is all of a file system, and has no room beside it; name a folder in it",
                "--rules r --input a --bootstrap-servers b:1 | --bootstrap-servers and --kafka-properties are for topics, and none is named to read or to write; name one, or leave them out",
                "LIVE --kafka-properties nowhere | --kafka-properties nowhere is not there; name a file that is"
            })
    void whatDoesNotHoldTogetherIsSaidInOneLine(String options, String message) {
        assertThatThrownBy(() -> settings(options.replace("LIVE", LIVE)))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void aPathThatIsNoUriIsSaidInOneLine() {
        assertThatThrownBy(() -> settings("--rules r --input a --output file:/b^c"))
                .isInstanceOf(UserError.class)
                .hasMessage("'file:/b^c' is no URI: Illegal character in path at character 8; in a URI a blank is %20");
    }

    @Test
    void aPatternThatIsNoneIsSaidInOneLine() {
        assertThatThrownBy(() -> settings("--rules r --bootstrap-servers b:1 --topic-pattern ("))
                .isInstanceOf(UserError.class)
                .hasMessage("Invalid value for option '--topic-pattern': '(' is no regular expression: Unclosed group");
    }

    @Test
    void aPatternThatCoversTheAlertsIsRefused() {
        assertThatThrownBy(() -> settings("--rules r --bootstrap-servers b:1 --topic-pattern .* --alerts-topic alerts"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("topic alerts would be written to and read again");
    }

    private static JobSettings settings(String options) {
        return JobOptions.parse(options.strip().split("\\s+")).settings();
    }

    private static InputTopics topics(JobSettings settings) {
        assertThat(settings.source()).isInstanceOf(InputTopics.class);
        return (InputTopics) settings.source();
    }
}
