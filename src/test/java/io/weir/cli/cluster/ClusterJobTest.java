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

    private static String lacking(String overview, String trace) throws JsonProcessingException {
        return ClusterJob.lacking(new ObjectMapper().readTree(overview), trace);
    }
}
