package io.weir.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/operations.md says that there is to be seen is all that is counted. */
class OperationsDocumentTest {

    @ParameterizedTest
    @EnumSource
    void eachMetricIsDocumented(Tally tally) throws IOException {
        assertThat(Path.of("docs/operations.md")).content().contains("`" + tally.metric() + "`");
    }
}
