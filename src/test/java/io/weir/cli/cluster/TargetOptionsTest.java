package io.weir.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetOptionsTest {

    @Test
    void aSavepointOfThisMachineIsWhereThePersonStandsAndNotWhereTheJobManagerDoes() {
        assertThat(TargetOptions.place("savepoints/savepoint-1"))
                .isEqualTo(Path.of("").toAbsolutePath() + "/savepoints/savepoint-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/savepoints/savepoint-1", "s3://bucket/savepoint-1", "file:/savepoints/savepoint-1"})
    void whatSaysAllIsLeftAsItIs(String path) {
        assertThat(TargetOptions.place(path)).isEqualTo(path);
    }
}
