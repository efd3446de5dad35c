package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The identity of a local broker, which its tool is given as an argument. */
class ClusterIdTest {

    @Test
    void noneLooksLikeAnOption() {
        LongStream.range(0, 64)
                .forEach(first -> assertThat(LocalCluster.clusterId(new UUID(first << 58, 0)))
                        .hasSize(22)
                        .doesNotStartWith("-"));
    }
}
