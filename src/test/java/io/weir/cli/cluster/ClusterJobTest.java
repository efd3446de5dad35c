package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ClusterJobTest {

    @Test
    void aJobThatWaitsForSlotsSaysSo() throws JsonProcessingException {
        var few = "too few slots are free of the 4 that the cluster has; lower --parallelism, or end another job";
        assertThat(lacking("{\"slots-total\":4,\"slots-available\":0}", "")).isEqualTo(few);
        assertThat(lacking("{\"slots-total\":4,\"slots-available\":4}", "NoResourceAvailableException: …"))
                .isEqualTo(few);
        assertThat(lacking("{\"slots-total\":4,\"slots-available\":2}", "")).isEqualTo("Flink gives no reason");
    }

    @Test
    void stateThatNobodyTakesIsSaidWithTheOptionThatLeavesIt() {
        var trace = """
                org.apache.flink.util.FlinkException: JobMaster failed
                Caused by: java.lang.IllegalStateException: Failed to rollback to checkpoint/savepoint file:/s. Cannot map checkpoint/savepoint \
                state for operator cec0 to the new program, because the operator is not available in the new program. If you want to allow to \
                skip this, you can set the --allowNonRestoredState option on the CLI.
                """;
        assertThat(ClusterJob.innermost(trace))
                .isEqualTo(
                        "the savepoint has the state of a step that the job would no longer have, such as a destination that is not"
                                + " named any more or a stage of correlations; --leave-state goes on without it");
    }

    @Test
    void stateIsLeftOnlyWhereThatIsAskedForAndThereIsSome() {
        assertThat(Start.from("").options()).isEmpty();
        assertThat(Start.from("/s").options()).containsExactly("--fromSavepoint", "/s");
        assertThat(new Start("/s", true).options()).containsExactly("--fromSavepoint", "/s", "--allowNonRestoredState");
        assertThat(new Start("", true).options()).isEmpty();
    }

    private static String lacking(String overview, String trace) throws JsonProcessingException {
        return ClusterJob.lacking(new ObjectMapper().readTree(overview), trace);
    }
}
