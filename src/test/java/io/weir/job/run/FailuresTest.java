package io.weir.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.flink.util.SerializedThrowable;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFullDiskIsFoundHoweverDeepItIs() {
        assertThat(explained(new IOException("No space left on device")))
                .isEqualTo("the disk is full: make room, then start again (No space left on device)");
    }

    @Test
    void aCauseThatAClusterMadeTextOfIsUnderstood() {
        assertThat(explained(new SerializedThrowable(new ProducerFencedException("There is a newer producer"))))
                .startsWith("another job uses the same transactions: give each its own --transactional-id-prefix");
    }

    @Test
    void whatPeopleCanPutRightSaysHow() {
        assertThat(explained(new AccessDeniedException("/out"))).startsWith("a file or folder may not be used");
        assertThat(explained(new RecordTooLargeException("1048577 bytes")))
                .startsWith("a record is larger than the topic takes");
        assertThat(explained(new TopicAuthorizationException("alerts")))
                .startsWith("the broker does not let this user do that");
        assertThat(explained(new TimeoutException("metadata"))).startsWith("the broker does not answer in time");
        assertThat(explained(new OutOfMemoryError("Java heap space"))).startsWith("memory ran out");
    }

    @Test
    void anErrorThatIsSaidAlreadyIsSaidAgain() {
        var error = new UserError("--input gone is not there");
        assertThat(Failures.explain(new RuntimeException(error))).isSameAs(error);
    }

    @Test
    void anyOtherFailureIsItsRootInOneLine() {
        assertThat(explained(new IllegalStateException("broken\n\tat somewhere")))
                .isEqualTo("the job failed: broken");
        assertThat(explained(new IllegalStateException())).isEqualTo("the job failed: java.lang.IllegalStateException");
        assertThat(explained(new IllegalStateException("\u001b[31mred"))).isEqualTo("the job failed: \\u001b[31mred");
        assertThat(explained(new IllegalStateException("x".repeat(10_000)))).hasSizeLessThan(500);
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);
        assertThat(Failures.explain(first).getMessage()).startsWith("the job failed: ");
    }

    private static String explained(Throwable root) {
        return String.valueOf(Failures.explain(new RuntimeException(
                        "Job execution failed.", new RuntimeException("Recovery is suppressed", root)))
                .getMessage());
    }
}
