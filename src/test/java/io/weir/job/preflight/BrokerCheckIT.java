package io.weir.job.preflight;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import io.weir.job.kafka.EmbeddedKafka;
import io.weir.job.option.JobOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerCheckIT {

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(folder);
        kafka.createTopic("winlogs", 1);
        kafka.createTopic("alerts", 1);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void topicsThatAreThereAreFine() {
        assertThatCode(() -> check("--topic winlogs --alerts-topic alerts")).doesNotThrowAnyException();
        assertThatCode(() -> check("--topic-pattern win.*")).doesNotThrowAnyException();
    }

    @Test
    void aTopicThatIsNotThereIsSaidWithThoseThatAre() {
        requireMessage(
                "--topic winlog",
                "there is no topic winlog at SERVERS, or this user may not see it; make it first, or name one that is there: alerts, winlogs");
        requireMessage(
                "--topic winlogs --alerts-topic alert",
                "there is no topic alert at SERVERS, or this user may not see it; make it first, or name one that is there: alerts, winlogs");
    }

    @Test
    void aPatternThatNoTopicFitsIsSaid() {
        requireMessage(
                "--topic-pattern linux.*",
                "no topic at SERVERS fits --topic-pattern linux.*; make it first, or name one that is there: alerts, winlogs");
    }

    private static void requireMessage(String options, String message) {
        assertThatThrownBy(() -> check(options))
                .isInstanceOf(UserError.class)
                .hasMessage(message.replace("SERVERS", kafka.cluster().servers()));
    }

    private static void check(String options) {
        var all = "--rules r --bootstrap-servers " + kafka.cluster().servers() + " " + options;
        Preflight.check(JobOptions.parse(all.split(" ")).settings());
    }
}
