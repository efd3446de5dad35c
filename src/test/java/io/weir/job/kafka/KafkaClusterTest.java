package io.weir.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {

    private static final KafkaCluster SECURED = new KafkaCluster(
            "kafka:9092",
            Map.of("sasl.jaas.config", "o.a.k.PlainLoginModule required username=weir password=correct horse;"));

    @Test
    void neitherAPasswordIsQuotedNorAPartOfOneThatHasABlankInIt() {
        assertThat(SECURED.withoutSecrets("Value not specified for key 'horse' in JAAS config"))
                .isEqualTo("Value not specified for key *** in JAAS config");
    }

    @Test
    void theInnermostCauseIsTheReason() {
        var problem = new IllegalStateException(
                "Failed to construct kafka consumer",
                new IllegalArgumentException("Invalid login module control flag 'username' in JAAS config"));

        assertThat(SECURED.reason(problem)).isEqualTo("Invalid login module control flag 'username' in JAAS config");
    }
}
